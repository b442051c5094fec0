package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.ORGANIZATION;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.tenant.Tenant;

/** Words that whoever guesses at one desk tries there: its name, its addresses, whom it serves, and what it is. */
@Repository
@Transactional(readOnly = true)
class DeskWords {

    private static final List<String> ANY_DESK =
            List.of("servicedesk", "helpdesk", "support", "service", "threeline", "desk");
    private static final int SHORTEST = 4;
    private static final int OWN_LETTERS = 4;
    private static final int OWN_MARKS = 7;

    private final DSLContext db;
    private final Mailboxes mailboxes;

    DeskWords(DSLContext db, Mailboxes mailboxes) {
        this.db = db;
        this.mailboxes = mailboxes;
    }

    /** Whether a password is such words and next to nothing besides: a year, a mark. */
    boolean make(String password) {
        var letters = PasswordChoice.letters(password);
        var marks = password.replaceAll("[\\p{L}\\s]", "").length();
        var rest = letters;
        for (var word : all()) {
            rest = rest.replace(word, "");
        }
        return rest.length() < letters.length() && rest.length() < OWN_LETTERS && marks < OWN_MARKS;
    }

    /** The longest first, so that none takes a part of another. */
    private List<String> all() {
        return Stream.concat(
                        ANY_DESK.stream(), Tenant.bound() ? ours() : Stream.empty()) // the first desk is still to be
                .map(PasswordChoice::letters)
                .filter(it -> it.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private Stream<String> ours() {
        var desk = Tenant.current();
        var organizations = db.select(ORGANIZATION.NAME).from(ORGANIZATION).fetch(ORGANIZATION.NAME);
        return Stream.of(
                        Stream.of(desk.name(), desk.slug()),
                        mailboxes.ours().stream().map(Mailbox::address).flatMap(DeskWords::parts),
                        organizations.stream(),
                        organizations.stream().flatMap(DeskWords::parts))
                .flatMap(it -> it);
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split("[\\s@.,&-]+", -1));
    }
}
