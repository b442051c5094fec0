package threeline.promises.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.CharterFile;
import threeline.promises.source.Finding;

/** Each desk's own words disagree somewhere; check finds where. */
class InTheirWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void the_librarys_watches_leave_minutes_weekends_and_holidays_to_nobody() {
        assertThat(found("library"))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("error cover.gap")
                        .contains("Tue–Fri 09:29–09:30, Mon–Fri 17:30–17:31, Sat 09:29–Mon 09:30")
                        .contains("2026-12-25 09:29–17:31")
                        .contains("2027-03-27 09:29 – 2027-03-29 17:31"));
    }

    @Test
    void the_librarys_central_number_is_two_and_its_second_line_says_no_hours() {
        assertThat(found("library"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("error value.conflict").contains("number"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("warning tier.open").contains("Second Line"))
                .hasSize(3);
    }

    @Test
    void procurements_tables_disagree_in_each_way() {
        assertThat(found("procurement"))
                .anySatisfy(finding ->
                        assertThat(finding).contains("low is not said to come by support-line, which lists it"))
                .anySatisfy(finding -> assertThat(finding).contains("medium may come by email, which doesn't list it"))
                .anySatisfy(finding ->
                        assertThat(finding).contains("change-request may come by portal, which doesn't list it"));
    }

    @Test
    void procurements_critical_line_has_no_number_so_nobody_can_raise_critical() {
        assertThat(found("procurement"))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("warning value.missing")
                        .contains("critical can't be raised by anybody"));
    }

    @Test
    void procurements_hours_are_fixed_to_greenwich_and_a_business_hour_is_undefined() {
        assertThat(found("procurement"))
                .anySatisfy(finding -> assertThat(finding).startsWith("warning zone.fixed"))
                .anySatisfy(finding ->
                        assertThat(finding).isEqualTo("warning value.missing nobody has stated these hours"));
    }

    @Test
    void managed_its_examples_holidays_and_figures_are_in_doubt() {
        assertThat(found("managed-it"))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("warning value.conflict")
                        .contains("\"unable to log into the network\" stands under high and under standard"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("warning value.missing").contains("public holidays"))
                .anySatisfy(
                        finding -> assertThat(finding).isEqualTo("warning value.missing nobody has stated this figure"))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("warning cover.unstaffed")
                        .contains("low"));
    }

    @Test
    void web_hostings_limits_are_two_each_and_a_hold_is_listed_twice() {
        assertThat(found("web-hosting"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("warning limit.conflict").contains("1st line"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("warning limit.conflict").contains("2nd line"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("warning value.conflict").contains("\"quote\""))
                .anySatisfy(finding ->
                        assertThat(finding).isEqualTo("warning value.missing nobody has stated these hours"));
    }

    @Test
    void the_global_desks_categories_start_where_no_new_ticket_may() {
        assertThat(found("global-desk"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("error value.bad").contains("Connectivity"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("error value.bad").contains("Bugs"))
                .anySatisfy(finding -> assertThat(finding).startsWith("warning zone.fixed"));
    }

    private static List<String> found(String desk) {
        var reading = CharterFile.read(Path.of("../charters/in-their-words/" + desk + ".yaml"));
        return Check.of(reading, TODAY).stream().map(InTheirWordsTest::told).toList();
    }

    private static String told(Finding finding) {
        return "%s %s %s".formatted(finding.level(), finding.code(), finding.message());
    }
}
