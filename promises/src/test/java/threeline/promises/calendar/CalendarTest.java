package threeline.promises.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Offices in London, by example; clocks go forward on 29 March 2026 at 01:00 and back on 25 October at 02:00. */
class CalendarTest {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final LocalDate CHRISTMAS_EVE_THU_2026_12_24 = LocalDate.of(2026, 12, 24);

    static final Hours OFFICE = weekdays(Hours.Exceptions.holidays(new Region("GB-ENG")), "09:30-17:30");
    static final Hours EVERY_NIGHT = daily("22:00-06:00");

    final Calendars calendars = Calendars.of(LONDON, Map.of("office", OFFICE));
    final Calendar office = calendars.get("office");

    @Test
    void the_end_of_a_window_is_closed_and_its_start_is_open() {
        assertThat(office.isOpen(at("2026-06-01 09:30"))).isTrue();
        assertThat(office.isOpen(at("2026-06-01 17:30"))).isFalse();
    }

    @Test
    void what_is_used_up_at_closing_time_is_due_then_and_not_at_the_next_opening() {
        assertThat(office.dueAt(at("2026-06-01 15:30"), ofHours(2))).isEqualTo(at("2026-06-01 17:30"));
        assertThat(office.dueAt(at("2026-06-01 15:30"), ofHours(2).plusNanos(1_000)))
                .isEqualTo(at("2026-06-02 09:30").plusNanos(1_000));
    }

    @Test
    void what_starts_when_it_is_closed_counts_from_the_opening() {
        assertThat(office.dueAt(at("2026-06-05 20:00"), ofHours(1))).isEqualTo(at("2026-06-08 10:30"));
    }

    @Test
    void nothing_is_due_at_once() {
        assertThat(office.dueAt(at("2026-06-06 20:00"), Duration.ZERO)).isEqualTo(at("2026-06-06 20:00"));
    }

    @Test
    void a_holiday_that_moves_is_closed_on_the_other_day_only() {
        assertThat(office.isOpen(at("2026-12-25 12:00"))).isFalse();
        assertThat(office.isOpen(at("2026-12-28 12:00"))).isFalse();
        assertThat(office.isOpen(at("2026-12-29 12:00"))).isTrue();
        var daily = Calendars.of(LONDON, Map.of())
                .get(week(Hours.Exceptions.holidays(new Region("GB-ENG")), List.of(DayOfWeek.values()), "09:00-17:00"));
        assertThat(daily.isOpen(at("2026-12-26 12:00"))).isTrue();
    }

    @Test
    void holidays_go_on_across_new_year() {
        assertThat(office.dueAt(at("2026-12-31 17:00"), ofHours(1))).isEqualTo(at("2027-01-04 10:00"));
    }

    @Test
    void a_window_that_starts_on_a_holiday_is_closed_whole_and_one_that_runs_into_it_stays_open() {
        var nights =
                read(week(Hours.Exceptions.holidays(new Region("GB-ENG")), List.of(DayOfWeek.values()), "22:00-06:00"));
        assertThat(nights.isOpen(at("2026-12-25 05:59"))).isTrue();
        assertThat(nights.isOpen(at("2026-12-25 23:00"))).isFalse();
        assertThat(nights.isOpen(at("2026-12-26 05:00"))).isFalse();
        assertThat(nights.stretches(between("2026-12-26 05:00", "2026-12-26 05:30")))
                .extracting(Stretch::closed)
                .containsExactly(new Closed.Holiday("Christmas"));
    }

    @Test
    void a_day_with_a_clock_change_has_the_hours_that_it_really_has() {
        var wholeDays = read(daily("00:00-24:00"));
        assertThat(wholeDays.openIn(between("2026-03-29 00:00", "2026-03-30 00:00")))
                .isEqualTo(ofHours(23));
        assertThat(wholeDays.openIn(between("2026-10-25 00:00", "2026-10-26 00:00")))
                .isEqualTo(ofHours(25));
        var nights = read(EVERY_NIGHT);
        assertThat(nights.openIn(between("2026-03-28 12:00", "2026-03-29 12:00")))
                .isEqualTo(ofHours(7));
        assertThat(nights.openIn(between("2026-10-24 12:00", "2026-10-25 12:00")))
                .isEqualTo(ofHours(9));
    }

    @Test
    void a_local_time_that_a_clock_change_skips_is_the_instant_of_the_jump() {
        assertThat(read(daily("01:30-02:30")).openIn(between("2026-03-29 00:00", "2026-03-29 12:00")))
                .isEqualTo(ofMinutes(30));
        assertThat(read(daily("01:15-01:45")).openIn(between("2026-03-29 00:00", "2026-03-29 12:00")))
                .isZero();
    }

    @Test
    void a_local_time_that_a_clock_change_doubles_is_its_first_occurrence() {
        var early = read(daily("01:15-01:45"));
        assertThat(early.openIn(between("2026-10-25 00:00", "2026-10-25 12:00")))
                .isEqualTo(ofMinutes(30));
        assertThat(early.isOpen(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(early.isOpen(Instant.parse("2026-10-25T01:30:00Z"))).isFalse();
        assertThat(read(daily("00:30-02:30")).openIn(between("2026-10-25 00:00", "2026-10-25 12:00")))
                .isEqualTo(ofHours(3));
    }

    @Test
    void named_dates_are_closed_or_have_hours_of_their_own() {
        var lunchOnly = Map.of(CHRISTMAS_EVE_THU_2026_12_24, List.of(Window.parse("11:00-13:00")));
        var closed = Set.of(LocalDate.of(2026, 12, 23), CHRISTMAS_EVE_THU_2026_12_24);
        var calendar = read(weekdays(new Hours.Exceptions(null, closed, lunchOnly), "09:00-17:00"));
        assertThat(calendar.openIn(between("2026-12-23 00:00", "2026-12-24 00:00")))
                .isZero();
        assertThat(calendar.openIn(between("2026-12-24 00:00", "2026-12-25 00:00")))
                .isEqualTo(ofHours(2));
    }

    @Test
    void touching_windows_have_no_seam() {
        var day = read(daily("08:00-12:00", "12:00-18:00", "17:00-20:00"));
        assertThat(day.closesAt(at("2026-06-01 09:00"))).isEqualTo(at("2026-06-01 20:00"));
    }

    @Test
    void what_is_always_open_never_closes_and_the_other_way_round() {
        assertThat(Calendar.ALWAYS.closesAt(at("2026-06-01 09:00"))).isNull();
        var never = read(new Hours.Not(new Hours.Always()));
        assertThat(never.opensAt(at("2026-06-01 09:00"))).isNull();
        assertThat(never.dueAt(at("2026-06-01 09:00"), ofMinutes(1))).isNull();
    }

    @Test
    void what_ten_years_do_not_hold_is_never_due() {
        assertThat(office.dueAt(at("2026-06-01 09:00"), ofHours(8 * 250 * 12))).isNull();
        assertThat(office.dueAt(at("2026-06-01 09:00"), ofHours(8 * 250 * 9))).isNotNull();
    }

    @Test
    void instants_beyond_all_charters_are_refused() {
        assertThatThrownBy(() -> office.isOpen(Instant.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> office.isOpen(Instant.parse("1969-12-31T23:59:59Z")))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_working_day_is_the_most_frequent_length_and_of_equals_the_longer() {
        var short_fridays = Map.of(
                MONDAY, windows("09:00-17:00"),
                TUESDAY, windows("09:00-17:00"),
                WEDNESDAY, windows("09:00-12:00", "13:00-18:00"),
                THURSDAY, windows("09:00-13:00"),
                FRIDAY, windows("09:00-13:00"));
        assertThat(day(short_fridays)).isEqualTo(new WorkingDay(ofHours(8), 5));
        var equals = Map.of(SATURDAY, windows("22:00-06:00"), SUNDAY, windows("09:00-12:00"));
        assertThat(day(equals)).isEqualTo(new WorkingDay(ofHours(8), 2));
    }

    private WorkingDay day(Map<DayOfWeek, List<Window>> week) {
        return read(new Hours.Weekly(null, week, Hours.Exceptions.NONE)).day();
    }

    @Test
    void a_calendar_made_of_others_has_the_working_day_that_it_states() {
        assertThat(read(new Hours.Not(OFFICE)).day()).isNull();
        assertThat(read(new Hours.WithDay(new Hours.Not(OFFICE), ofHours(10))).day())
                .isEqualTo(new WorkingDay(ofHours(10), 7));
        assertThat(read(new Hours.WithDay(new Hours.All(List.of(OFFICE)), ofHours(7)))
                        .day())
                .isEqualTo(new WorkingDay(ofHours(7), 5));
    }

    @Test
    void an_organization_reads_hours_without_a_zone_in_its_own_and_with_its_holidays() {
        var itsOffice = calendars
                .readFor(ZoneId.of("America/New_York"), new Region("US-MA"))
                .get("office");
        assertThat(itsOffice.isOpen(Instant.parse("2026-06-01T13:30:00Z"))).isTrue();
        assertThat(itsOffice.isOpen(Instant.parse("2026-06-01T13:29:59Z"))).isFalse();
        assertThat(itsOffice.isOpen(Instant.parse("2026-12-28T15:00:00Z"))).isTrue();
        assertThat(itsOffice.isOpen(Instant.parse("2026-11-26T15:00:00Z"))).isFalse();
    }

    @Test
    void what_is_made_of_a_replaced_calendar_is_made_again() {
        var derived =
                Calendars.of(LONDON, Map.of("office", OFFICE, "nights", new Hours.Not(new Hours.Named("office"))));
        var replaced = derived.with(Map.of("office", daily("06:00-22:00")));
        assertThat(derived.get("nights").isOpen(at("2026-06-01 20:00"))).isTrue();
        assertThat(replaced.get("nights").isOpen(at("2026-06-01 20:00"))).isFalse();
    }

    @Test
    void hours_that_are_defined_by_themselves_or_by_an_unknown_name_are_refused() {
        var circle = Calendars.of(
                LONDON, Map.of("a", new Hours.Not(new Hours.Named("b")), "b", new Hours.Not(new Hours.Named("a"))));
        assertThatThrownBy(() -> circle.get("a")).hasMessageContaining("defined by itself");
        assertThatThrownBy(() -> circle.get("c")).hasMessageContaining("no calendar is named c");
    }

    @Test
    void closed_time_is_told_by_its_reasons() {
        assertThat(office.stretches(between("2026-06-05 17:00", "2026-06-08 10:00")))
                .containsExactly(
                        new Stretch(between("2026-06-05 17:00", "2026-06-05 17:30"), null),
                        new Stretch(between("2026-06-05 17:30", "2026-06-06 00:00"), new Closed.OutsideHours()),
                        new Stretch(between("2026-06-06 00:00", "2026-06-08 00:00"), new Closed.Weekend()),
                        new Stretch(between("2026-06-08 00:00", "2026-06-08 09:30"), new Closed.OutsideHours()),
                        new Stretch(between("2026-06-08 09:30", "2026-06-08 10:00"), null));
    }

    @Test
    void holidays_of_the_years_to_come_are_as_the_official_lists_have_them() {
        assertThat(new Region("GB-ENG").holidays(2026).keySet())
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-04",
                        "2026-05-25",
                        "2026-08-31",
                        "2026-12-25",
                        "2026-12-28");
        assertThat(new Region("GB-ENG").holidays(2027).keySet())
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2027-01-01",
                        "2027-03-26",
                        "2027-03-29",
                        "2027-05-03",
                        "2027-05-31",
                        "2027-08-30",
                        "2027-12-27",
                        "2027-12-28");
    }

    @Test
    void only_known_places_have_holidays() {
        assertThat(Region.isKnown("GB-SCT")).isTrue();
        assertThat(Region.isKnown("DE-BY")).isTrue();
        assertThat(Region.isKnown("gb-eng")).isFalse();
        assertThat(Region.isKnown("GB-XXX")).isFalse();
        assertThat(Region.isKnown("XX")).isFalse();
        assertThat(Region.isKnown("")).isFalse();
        assertThat(Region.known()).contains("GB", "GB-ENG", "US-MA");
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(LONDON).toInstant();
    }

    static Interval between(String start, String end) {
        return new Interval(at(start), at(end));
    }

    private Calendar read(Hours hours) {
        return calendars.get(hours);
    }

    static Hours weekdays(Hours.Exceptions exceptions, String... windows) {
        return week(exceptions, List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), windows);
    }

    static Hours daily(String... windows) {
        return week(Hours.Exceptions.NONE, List.of(DayOfWeek.values()), windows);
    }

    static Hours week(Hours.Exceptions exceptions, List<DayOfWeek> days, String... windows) {
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        days.forEach(it -> week.put(it, windows(windows)));
        return new Hours.Weekly(null, week, exceptions);
    }

    static List<Window> windows(String... windows) {
        return List.of(windows).stream().map(Window::parse).toList();
    }

    @Test
    void the_first_and_the_last_known_seconds_are_known() {
        var first = Instant.EPOCH;
        var last = Instant.parse("2199-12-31T23:59:59Z");
        assertThat(office.isOpen(first)).isFalse();
        assertThat(office.isOpen(last)).isFalse();
        assertThatThrownBy(() -> office.isOpen(first.minusNanos(1))).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> office.isOpen(last.plusSeconds(1))).isInstanceOf(DateTimeException.class);
        assertThat(office.opensAt(last)).isNull();
    }

    @Test
    void the_next_seam_is_where_it_opens_or_closes_after_an_instant() {
        assertThat(office.seamAfter(at("2026-06-01 09:29"))).isEqualTo(at("2026-06-01 09:30"));
        assertThat(office.seamAfter(at("2026-06-01 09:30"))).isEqualTo(at("2026-06-01 17:30"));
        assertThat(office.seamAfter(at("2026-06-01 17:30"))).isEqualTo(at("2026-06-02 09:30"));
        assertThat(Calendar.ALWAYS.seamAfter(at("2026-06-01 17:30"))).isNull();
    }

    @Test
    void what_is_made_of_others_says_why_it_is_closed() {
        var saturday = weekly(Map.of(SATURDAY, List.of(Window.parse("10:00-12:00"))));
        assertThat(reasons(new Hours.Not(OFFICE), "2026-06-01 09:00", "2026-06-01 18:00"))
                .containsExactly("open", "outside hours", "open");
        assertThat(reasons(new Hours.Any(List.of(OFFICE, saturday)), "2026-06-05 17:00", "2026-06-06 11:00"))
                .containsExactly("open", "outside hours", "weekend", "open");
        assertThat(reasons(
                        new Hours.All(List.of(OFFICE, new Hours.Not(saturday))),
                        "2026-06-05 17:00",
                        "2026-06-08 10:00"))
                .containsExactly("open", "outside hours", "weekend", "outside hours", "open");
        assertThat(reasons(new Hours.All(List.of(OFFICE, new Hours.Always())), "2026-06-05 17:00", "2026-06-05 18:00"))
                .containsExactly("open", "outside hours");
    }

    private static Hours weekly(Map<DayOfWeek, List<Window>> week) {
        return new Hours.Weekly(null, week, Hours.Exceptions.NONE);
    }

    private List<String> reasons(Hours hours, String from, String until) {
        return calendars.get(hours).stretches(new Interval(at(from), at(until))).stream()
                .map(it -> it.closed() == null ? "open" : it.closed().text())
                .toList();
    }
}
