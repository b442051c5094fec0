package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.Entrance.Because;

/** A desk with two telephone lines, mail and a portal; office hours are Monday to Friday 09:00 to 17:00 in London. */
class EntranceTest {

    private static final Instant MONDAY_AT_NOON = london("2026-11-23T12:00");
    private static final Instant MONDAY_AT_CLOSING = london("2026-11-23T17:00");

    private final Charter charter = Charters.of("""
            calendars:
              office: { mon-fri: 09:00-17:00 }
            channels:
              support-line:  { by: phone, name: The support line, number: "0850", covers: office, who: [super-user, manager],
                               outside: voicemail, else: Please ask your Super User. }
              critical-line: { by: phone, name: The critical line, numbers: ["0851", "0852"] }
              email:         { name: Mail, address: help@example.org, covers: office }
              portal:        { name: The portal }
              chat:          { name: Chat, covers: office }
              app:           { name: The app, covers: office, severities: [low, high] }
              form:          { name: The form, who: nobody }
            severities:
              critical: { name: Critical, via: critical-line }
              high:     { name: High, via: [support-line, email, portal, chat] }
              low:      { name: Low }
            packages:
              gold: { channels: { chat: { name: Chat, covers: always } } }
            """);

    private Entrance by(String channel, String severity, Instant at, String... roles) {
        return Entrance.of(charter, channel, severity, Set.of(roles), at);
    }

    private static void assertAdmitted(Entrance entrance) {
        assertThat(entrance).isEqualTo(new Entrance.Admitted());
    }

    private static void assertRefused(Entrance entrance, Because because, String words, String... ways) {
        assertThat(entrance).isInstanceOfSatisfying(Entrance.Refused.class, it -> {
            assertThat(it.because()).isEqualTo(because);
            assertThat(it.words()).isEqualTo(words);
            assertThat(it.ways()).extracting(Channel::id).containsExactly(ways);
        });
    }

    @Test
    void what_the_charter_allows_comes_in() {
        assertAdmitted(by("portal", "high", MONDAY_AT_NOON));
        assertAdmitted(by("critical-line", "critical", MONDAY_AT_CLOSING));
        assertAdmitted(by("support-line", "high", MONDAY_AT_NOON, "super-user"));
        assertAdmitted(by("app", "low", MONDAY_AT_NOON));
    }

    @Test
    void a_channel_for_some_roles_tells_all_others_what_the_charter_says() {
        assertRefused(
                by("support-line", "high", MONDAY_AT_NOON, "user"),
                Because.ROLE,
                "Please ask your Super User.",
                "email",
                "portal",
                "chat");
    }

    @Test
    void a_channel_for_nobody_lets_nobody_in() {
        assertRefused(
                by("form", "low", MONDAY_AT_CLOSING, "manager"),
                Because.ROLE,
                "The form is for nobody. Please use: The support line (0850), The critical line (0851 or 0852),"
                        + " Mail (help@example.org), The portal, The app.",
                "support-line",
                "critical-line",
                "email",
                "portal",
                "app");
    }

    @Test
    void a_severity_that_comes_another_way_is_told_which() {
        assertRefused(
                by("email", "critical", MONDAY_AT_NOON),
                Because.SEVERITY,
                "Critical can't be raised by Mail. Please use: The critical line (0851 or 0852).",
                "critical-line");
    }

    @Test
    void a_channel_that_lists_its_severities_takes_no_others() {
        assertRefused(by("app", "critical", MONDAY_AT_NOON), Because.SEVERITY, refusalBy("The app"), "critical-line");
        assertRefused(
                by("app", "high", MONDAY_AT_CLOSING),
                Because.SEVERITY,
                "High can't be raised by The app. Please use: Mail (help@example.org), The portal.",
                "email",
                "portal");
    }

    private static String refusalBy(String name) {
        return "Critical can't be raised by " + name + ". Please use: The critical line (0851 or 0852).";
    }

    @Test
    void outside_its_hours_a_call_finds_nobody_but_a_voicemail_or_a_letter_comes_in() {
        assertAdmitted(by("chat", "low", MONDAY_AT_NOON));
        assertThat(by("chat", "low", MONDAY_AT_CLOSING, "user")).isInstanceOfSatisfying(Entrance.Refused.class, it -> {
            assertThat(it.because()).isEqualTo(Because.HOURS);
            assertThat(it.words()).startsWith("Chat is closed until Tue 24 Nov 09:00. Please use: ");
        });
        assertAdmitted(by("support-line", "low", MONDAY_AT_CLOSING, "super-user"));
        assertAdmitted(by("email", "low", MONDAY_AT_CLOSING));
    }

    @Test
    void what_callers_hear_outside_the_hours_is_told_as_it_is_written() {
        var talkative = Charters.of("""
                calendars: { office: { mon-fri: 09:00-17:00 } }
                channels: { phone: { number: "1", covers: office, outside: We are back at nine. } }
                severities: { low: {} }
                """);
        assertRefused(
                Entrance.of(talkative, "phone", "low", Set.of(), MONDAY_AT_CLOSING),
                Because.HOURS,
                "We are back at nine.");
    }

    @Test
    void a_package_opens_channels_of_its_own() {
        var sold = charter.promisedTo("gold", null, null);
        assertAdmitted(Entrance.of(sold, "chat", "low", Set.of(), MONDAY_AT_CLOSING));
    }

    @Test
    void of_several_channels_of_a_kind_one_that_lets_it_in_is_enough() {
        assertAdmitted(by("phone", "critical", MONDAY_AT_NOON));
        assertThat(by("phone", "high", MONDAY_AT_NOON)).isInstanceOf(Entrance.Refused.class);
    }

    @Test
    void without_channels_only_the_severity_decides_by_kinds() {
        var plain = Charters.of("severities: { high: { name: High, via: [phone, portal] }, low: {} }");
        assertAdmitted(Entrance.of(plain, "phone", "high", Set.of(), MONDAY_AT_NOON));
        assertAdmitted(Entrance.of(plain, "chat", "low", Set.of(), MONDAY_AT_NOON));
        assertRefused(
                Entrance.of(plain, "chat", "high", Set.of(), MONDAY_AT_NOON),
                Because.SEVERITY,
                "High can't be raised by chat. Please use: phone, portal.",
                "phone",
                "portal");
    }

    @Test
    void what_the_desk_notices_itself_and_ways_that_nobody_describes_are_not_shut() {
        assertAdmitted(by("monitoring", "critical", MONDAY_AT_NOON));
        assertAdmitted(by("api", "low", MONDAY_AT_NOON));
        assertAdmitted(by("carrier-pigeon", "critical", MONDAY_AT_NOON));
    }

    @Test
    void a_severity_that_does_not_exist_is_no_question() {
        assertThatIllegalArgumentException().isThrownBy(() -> by("email", "worst", MONDAY_AT_NOON));
    }

    @Test
    void the_ways_told_are_those_open_to_this_person_now() {
        assertThat(List.of("super-user", "user"))
                .allSatisfy(role -> assertThat(by("email", "critical", MONDAY_AT_NOON, role))
                        .isInstanceOfSatisfying(
                                Entrance.Refused.class,
                                it -> assertThat(it.ways())
                                        .extracting(Channel::id)
                                        .containsExactly("critical-line")));
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London")).toInstant();
    }
}
