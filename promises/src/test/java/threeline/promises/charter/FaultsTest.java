package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.promises.source.Finding;

/** Each fault in a charter is told in one sentence, with the sentence that mends it. */
class FaultsTest {

    @Test
    void a_figure_needs_a_calendar() {
        assertThat(target("4h"))
                .containsExactly("\"4h\" is no figure on a calendar; "
                        + "say on which calendar it counts: \"4h always\", or one of the charter's");
        assertThat(target("four long hours"))
                .containsExactly(
                        "\"four long hours\" is no figure on a calendar; write 3h office, or 4h-8h office for a range");
        assertThat(target("[4h]")).containsExactly("expected a figure on a calendar, found a list; write 3h office");
        assertThat(target("4x office"))
                .containsExactly("not a duration such as 90m, 1h30m, 2d or 1w: 4x; write 90m, 1h30m, 3h, 2d or 1w");
    }

    @Test
    void the_calendar_is_pointed_at_where_it_stands_after_the_figure() {
        assertThat(Charters.reading(sound("close-after: 4h offic")).findings())
                .singleElement()
                .asString()
                .isEqualTo("test.yaml:8:17 error name.unknown there is no calendar \"offic\"");
    }

    @Test
    void where_one_figure_is_meant_a_range_is_refused() {
        assertThat(told("close-after: 4h-8h office"))
                .containsExactly("a range can't be meant here; write one figure: 8h office");
    }

    @Test
    void a_target_is_either_promised_or_counted() {
        assertThat(target("{ within: 4h office, measured: office }"))
                .containsExactly("a target has either within or measured; keep the one that is meant");
        assertThat(target("{ warn: 50 }"))
                .containsExactly("a target has either within or measured; keep the one that is meant");
        assertThat(target("{ within: {} }"))
                .containsExactly("expected a figure on a calendar, found a mapping; write 3h office");
        assertThat(target("{ within: 4h office, met: { all: workaround } }"))
                .containsExactly("met is a list of acts, or { any: [..] }; write met: { any: [one, [two, three]] }");
    }

    @Test
    void what_is_still_to_follow_is_told_and_read_on() {
        assertThat(target("to-follow"))
                .containsExactly(
                        "nobody has stated this figure; state it; until then it is read as round the clock, or not at all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "05", "5.5", "half"})
    void a_warning_comes_at_one_to_ninety_nine_percent(String percent) {
        assertThat(target("{ within: 4h office, warn: " + percent + " }"))
                .containsExactly("\"" + percent + "\" is no percentage below 100; write 50 or 50%");
    }

    @Test
    void a_day_has_its_hours_once() {
        assertThat(calendar("{ mon-wed: 09:00-17:00, wed: 10:00-12:00 }"))
                .containsExactly(
                        "wed has hours twice in this calendar; join the windows with a comma: \"09:00-12:00, 13:00-17:00\"");
    }

    @Test
    void a_calendar_is_days_or_one_expression() {
        assertThat(calendar("{ mon: 09:00-17:00, not: office }"))
                .containsExactly("a calendar is either days or one of not, any, all; "
                        + "give the parts names of their own and join those");
        assertThat(calendar("{ any: office, all: office }")).hasSize(1);
        assertThat(calendar("{ zone: Europe/Paris }"))
                .containsExactly("this calendar never opens; add days, such as mon-fri: 09:00-17:00");
        assertThat(calendar("[office]"))
                .containsExactly("a calendar is a mapping, this is a list; write { mon-fri: 09:00-17:00 }");
    }

    @Test
    void dates_stand_with_their_hours() {
        assertThat(calendar("{ mon: 09:00-17:00, open: 2026-12-24 }"))
                .containsExactly("expected dates with hours, found \"2026-12-24\"; write { 2026-12-24: 09:00-12:00 }");
        assertThat(calendar("{ mon: 09:00-17:00, open: { 2026-06-31: 09:00-12:00 } }"))
                .containsExactly("there is no date \"2026-06-31\"; write YYYY-MM-DD, a day that the calendar has");
        assertThat(calendar("{ mon: 09:00-17:00, open: { 2026-06-30: {} } }"))
                .containsExactly("expected hours, found a mapping; write hours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ not: more }", "{ any: [office, more] }", "{ all: [office, more] }", "{ not: more, day: 8h }"})
    void a_calendar_that_is_defined_by_itself_is_told(String calendar) {
        assertThat(calendar(calendar))
                .containsExactly("the calendar \"more\" is defined by itself; "
                        + "give one of the calendars in the circle days of its own");
    }

    @Test
    void a_kind_of_channel_that_two_have_names_neither() {
        var channels =
                "channels: { front: { by: phone, number: 1 }, back: { by: phone, number: 2 }, email: { address: a@b.example } }\n";
        assertThat(told(channels + "packages: { gold: { targets: {} } }")).isEmpty();
        assertThat(severityVia(channels, "email")).isEmpty();
        assertThat(severityVia(channels, "phone"))
                .containsExactly("there is no channel \"phone\"; known are: front, back, email");
        assertThat(severityVia("", "phone")).isEmpty();
    }

    @Test
    void targets_of_a_package_are_for_severities_that_there_are() {
        assertThat(told("packages: { gold: { targets: { standart: { response: 1h office } } } }"))
                .containsExactly("there is no severity \"standart\"; did you mean \"standard\"?");
    }

    @Test
    void without_tiers_there_is_one_that_may_be_named() {
        assertThat(told("groups: { support: { tier: 1 } }")).isEmpty();
    }

    private static List<String> severityVia(String channels, String via) {
        return said(channels + "severities: { standard: { via: " + via + " } }");
    }

    private static List<String> target(String target) {
        return said("calendars: { office: { mon-fri: 09:00-17:00 } }\nseverities: { standard: { targets: { response: "
                + target + " } } }");
    }

    private static List<String> calendar(String calendar) {
        return said("calendars: { office: { mon-fri: 09:00-17:00 }, more: " + calendar
                + " }\nseverities: { standard: {} }");
    }

    private static List<String> told(String more) {
        return Charters.reading(sound(more)).findings().stream()
                .map(FaultsTest::sentence)
                .toList();
    }

    private static List<String> said(String text) {
        return Charters.reading("desk: Test\nprefix: TST\nzone: Europe/London\n" + text + "\n").findings().stream()
                .map(FaultsTest::sentence)
                .toList();
    }

    private static String sentence(Finding finding) {
        return finding.message() + "; " + finding.remedy();
    }

    private static String sound(String more) {
        return """
                desk: Test
                prefix: TST
                zone: Europe/London
                calendars:
                  office: { mon-fri: 09:00-17:00, holidays: GB-ENG }
                severities:
                  standard: { targets: { response: 4h office } }
                """ + more + "\n";
    }
}
