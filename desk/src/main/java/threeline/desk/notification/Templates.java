package threeline.desk.notification;

import static threeline.desk.db.notification.Tables.TEMPLATE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.mail.Manners;

/** What the current tenant has its mails to requesters say. Only what is whole can be put here. */
@Repository
@Transactional
public class Templates {

    /** The line at the end of each mail, which is told of nothing. */
    public static final String FOOTER = "footer";

    private static final Logger log = LoggerFactory.getLogger(Templates.class);
    private static final int LONGEST_SUBJECT = 200;
    private static final List<String> COMMON = List.of("name", "subject", "reference", "desk", "words");

    private final DSLContext db;
    private final Manners manners;
    private final InstantSource time;

    Templates(DSLContext db, Manners manners, InstantSource time) {
        this.manners = manners;
        this.db = db;
        this.time = time;
    }

    /** One as it is kept. */
    public record Kept(
            String what, String language, @Nullable String subject, String body, String changedBy, Instant changedAt) {}

    /** For which things there can be one, in the order of a page. */
    public static List<String> subjects() {
        var all = new ArrayList<String>();
        EnumSet.allOf(Matter.class).stream()
                .filter(Matter::isForRequesters)
                .map(Matter::word)
                .forEach(all::add);
        all.add(FOOTER);
        return all;
    }

    /** The variables that a template of this may have. */
    public static List<String> variables(String what) {
        var all = new ArrayList<String>(COMMON);
        if (what.equals(Matter.OPENED.word())) {
            all.add("promises");
        }
        return what.equals(FOOTER) ? List.of("reference", "desk") : List.copyOf(all);
    }

    /** The variables that a subject may have. */
    public static List<String> subjectVariables() {
        return List.of("reference", "subject", "desk");
    }

    /** What is wrong with a subject. Each has the reference: where all else is lost, an answer is known by it. */
    public static Template parseSubject(String subject) throws Template.Broken {
        if (subject.length() > LONGEST_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            throw new Template.Broken(1, "A subject is one line of at most 200 characters.");
        }
        return Template.parse(subject, subjectVariables(), "reference");
    }

    /** What is wrong with it is said by line. */
    public static Template parse(String what, String body) throws Template.Broken {
        return Template.parse(body, variables(what), what.equals(Matter.ANSWERED.word()) ? "words" : null);
    }

    @Transactional(readOnly = true)
    public List<Kept> all() {
        return db.selectFrom(TEMPLATE)
                .orderBy(TEMPLATE.WHAT, TEMPLATE.LANGUAGE)
                .fetch(row -> new Kept(
                        row.getWhat(),
                        row.getLanguage(),
                        row.getSubject(),
                        row.getBody(),
                        row.getChangedBy(),
                        row.getChangedAt()));
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(String what, String language) {
        return all().stream()
                .filter(it -> it.what().equals(what) && it.language().equals(language))
                .findFirst();
    }

    /** {@code subject}: null for ours. */
    public void put(String what, String language, @Nullable String subject, String body, String by)
            throws Template.Broken {
        parse(what, body);
        if (subject != null) {
            parseSubject(subject);
        }
        var now = time.instant();
        db.insertInto(
                        TEMPLATE,
                        TEMPLATE.WHAT,
                        TEMPLATE.LANGUAGE,
                        TEMPLATE.SUBJECT,
                        TEMPLATE.BODY,
                        TEMPLATE.CHANGED_BY,
                        TEMPLATE.CHANGED_AT)
                .values(what, language, subject, body, by, now)
                .onConflict(TEMPLATE.TENANT, TEMPLATE.WHAT, TEMPLATE.LANGUAGE)
                .doUpdate()
                .set(TEMPLATE.SUBJECT, subject)
                .set(TEMPLATE.BODY, body)
                .set(TEMPLATE.CHANGED_BY, by)
                .set(TEMPLATE.CHANGED_AT, now)
                .execute();
    }

    /** From then on our own words are told. */
    public void remove(String what, String language) {
        db.deleteFrom(TEMPLATE)
                .where(TEMPLATE.WHAT.eq(what), TEMPLATE.LANGUAGE.eq(language))
                .execute();
    }

    /** Whether a language has a name such as de or pt-BR. */
    public static boolean isLanguage(String tag) {
        return tag.matches("[a-z]{2,3}(-[A-Z]{2})?")
                && Set.of(Locale.getISOLanguages())
                        .contains(Locale.forLanguageTag(tag).getLanguage());
    }

    /** All of it for a batch of mails. */
    @Transactional(readOnly = true)
    Wording wording() {
        var parsed = new HashMap<Wording.Key, Wording.Own>();
        for (var it : all()) {
            try {
                var subject = it.subject() == null ? null : parseSubject(it.subject());
                parsed.put(
                        new Wording.Key(it.what(), it.language()),
                        new Wording.Own(parse(it.what(), it.body()), subject));
            } catch (Template.Broken e) {
                log.error("a template for {} in {} can't be used: {}", it.what(), it.language(), e.getMessage());
            }
        }
        return new Wording(Map.copyOf(parsed), manners.current().marker());
    }
}
