package threeline.desk.intake.email.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.intake.email.Correspondence;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.Portions;
import threeline.desk.web.Moments;

/** A letter, in the words of its page. */
public record LetterView(
        long id,
        String received,
        String from,
        String to,
        String subject,
        String state,
        @Nullable Long ticket,
        List<String> path,
        Words words,
        List<Onlookers.Onlooker> onlookers) {

    /** What it says, in its three portions, and whether there is HTML to look at. */
    public record Words(String visible, String quoted, String signature, boolean html) {

        static final Words NONE = new Words("", "", "", false);
    }

    static LetterView line(Correspondence.Entry it, Moments moments) {
        return of(it, null, List.of(), moments);
    }

    static LetterView of(
            Correspondence.Entry it, @Nullable IncomingMail mail, List<Onlookers.Onlooker> onlookers, Moments moments) {
        var from = mail == null
                ? it.returnPath()
                : mail.from().map(LetterView::named).orElse(it.returnPath());
        return new LetterView(
                it.id(),
                moments.brief(it.receivedAt()),
                from.isEmpty() ? "nobody (no return path)" : from,
                it.recipient(),
                mail == null ? "" : mail.subject(),
                it.state(),
                it.ticket(),
                it.path(),
                mail == null ? Words.NONE : words(mail),
                onlookers);
    }

    public boolean unproven() {
        return state.equals("appended") && !path.isEmpty() && path.getLast().startsWith("says it is from ");
    }

    private static Words words(IncomingMail mail) {
        var it = Portions.of(mail);
        return new Words(it.visible(), it.quoted(), it.signature(), mail.html() != null);
    }

    private static String named(MailAddress it) {
        return it.name().isBlank() ? it.address() : "%s <%s>".formatted(it.name(), it.address());
    }
}
