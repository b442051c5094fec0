package threeline.desk.watch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import threeline.desk.ticket.Holdings.Breaking;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Span;
import threeline.desk.watch.web.Ribbon.Bar;
import threeline.desk.watch.web.Ribbon.Grid;
import threeline.desk.watch.web.RibbonDrawing.Sign;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.keeping.Version;
import threeline.promises.source.Source;

/** The library's Tuesday, 24 November 2026, at 14:12. */
class RibbonDrawingTest {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final Instant NOW = Instant.parse("2026-11-24T14:12:00Z");

    @Test
    void each_group_has_its_row_and_its_hours() throws IOException {
        var ribbon = day("2026-11-24", NOW, List.of(), List.of());

        assertThat(ribbon.rows())
                .extracting(Ribbon.Row::name)
                .containsExactly("First Line Support", "Out-of-Hours Support", "Second Line Support", "Due");
        assertThat(ribbon.drawn().bars())
                .containsExactly(
                        new Bar("39.583%", "33.333%", 33, true, "09:30 – 17:30"),
                        new Bar("0.000%", "39.583%", 77, false, "until 09:30"),
                        new Bar("72.917%", "27.083%", 77, false, "17:30 onwards"),
                        new Bar("39.583%", "33.333%", 121, true, "09:30 – 17:30"));
        assertThat(ribbon.now())
                .isNotNull()
                .extracting(Ribbon.Now::x, Ribbon.Now::clock)
                .containsExactly("59.167%", "14:12");
        assertThat(ribbon.firstCell(24)).isEqualTo(10);
        assertThat(ribbon.drawn().gaps()).isEmpty();
    }

    @Test
    void the_hour_under_the_sign_of_now_is_not_written() throws IOException {
        var named = day("2026-11-24", NOW, List.of(), List.of()).grid().stream()
                .map(Grid::name)
                .filter(Objects::nonNull)
                .toList();

        assertThat(named).hasSize(11).doesNotContain("14:00").contains("12:00", "16:00");
    }

    @Test
    void the_next_seam_says_how_many_will_cross() throws IOException {
        var seam = Instant.parse("2026-11-24T17:30:00Z");
        var ribbon = day("2026-11-24", NOW, List.of(), List.of(new Sign("1", seam, "7 will cross")));

        assertThat(ribbon.drawn().passings())
                .extracting(Ribbon.Passing::x, Ribbon.Passing::sign)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("39.583%", null),
                        org.assertj.core.groups.Tuple.tuple("72.917%", "7 will cross"));
    }

    @Test
    void what_is_due_is_past_soon_or_to_come() throws IOException {
        var ribbon = day(
                "2026-11-24",
                NOW,
                List.of(breaking("14:11", 2), breaking("14:30", 1), breaking("18:05", 120)),
                List.of());

        assertThat(ribbon.drawn().ticks()).extracting(Ribbon.Tick::kind).containsExactly("past", "late", "plain");
        assertThat(ribbon.drawn().ticks().getLast().count()).isEqualTo("99+");
        assertThat(ribbon.drawn().ticks().getLast().title()).isEqualTo("120 due from 18:05");
    }

    @Test
    void a_day_with_a_clock_change_has_the_hours_that_it_really_has() throws IOException {
        var autumn = day("2026-10-25", NOW, List.of(), List.of());

        assertThat(autumn.grid().get(1)).isEqualTo(new Grid("12.000%", "02:00", false)); // three hours into 25
        assertThat(autumn.now()).isNull();
    }

    @Test
    void a_week_begins_with_its_day_and_ends_after_seven() throws IOException {
        var span = Span.week(LocalDate.parse("2026-11-24"), LONDON);
        var ribbon = RibbonDrawing.of(Reigns.of(library()), span, new Moments(LONDON, NOW), List.of(), List.of());

        assertThat(ribbon.grid()).hasSize(8);
        assertThat(ribbon.grid().getFirst()).isEqualTo(new Grid("0.000%", "Tue 24 Nov", true));
        assertThat(ribbon.drawn().bars()).allMatch(bar -> bar.label() == null);
    }

    @Test
    void a_version_to_come_is_drawn_from_its_instant_on() throws IOException {
        var text = Files.readString(Path.of("../charters/library.yaml"))
                .replace("mon-fri: 09:30-17:30", "mon-fri: 09:30-20:00");
        var longer = Objects.requireNonNull(
                CharterFile.read(new Source("longer", text)).charter());
        var reigns = new Reigns(List.of(
                new Version(library(), "1", Instant.parse("2026-01-01T00:00:00Z")),
                new Version(longer, "2", Instant.parse("2026-11-24T16:00:00Z"))));
        var span = Span.day(LocalDate.parse("2026-11-24"), LONDON);
        var ribbon = RibbonDrawing.of(reigns, span, new Moments(LONDON, NOW), List.of(), List.of());

        assertThat(ribbon.drawn().changes()).containsExactly(new Ribbon.Change("66.667%", "version 2", false));
        assertThat(ribbon.drawn().bars()).extracting(Bar::label).contains("09:30 – 20:00", "20:00 onwards");
    }

    @Test
    void where_nobody_is_though_somebody_is_promised_it_is_red_over_the_rows_of_the_tier() {
        var written = """
                desk: Library
                prefix: LIB
                zone: Europe/London
                languages: [en]
                calendars:
                  office: { mon-fri: 09:30-17:30, holidays: GB-ENG }
                  nights: { mon-sun: 17:31-09:29 }
                tiers:
                  1: { name: First Line, takes: direct, cover: always }
                groups:
                  first-line: { name: First Line Support, tier: 1, covers: office }
                  out-of-hours: { name: Out-of-Hours Support, tier: 1, covers: nights }
                severities:
                  standard: { means: Anything }
                """;
        var charter = Objects.requireNonNull(
                CharterFile.read(new Source("as written", written)).charter());
        var saturday = Span.day(LocalDate.parse("2026-11-28"), LONDON);

        var ribbon = RibbonDrawing.of(Reigns.of(charter), saturday, new Moments(LONDON, NOW), List.of(), List.of());

        assertThat(ribbon.drawn().gaps())
                .containsExactly(new Ribbon.Gap("39.514%", "33.472%", "56.250%", 29, 82, "8 h 02 m"));
        assertThat(ribbon.label()).contains("1 gap in the cover");
    }

    private static Breaking breaking(String time, int tickets) {
        return new Breaking(Instant.parse("2026-11-24T%s:00Z".formatted(time)), tickets);
    }

    private static Ribbon day(String date, Instant now, List<Breaking> breaking, List<Sign> next) throws IOException {
        var span = Span.day(LocalDate.parse(date), LONDON);
        return RibbonDrawing.of(Reigns.of(library()), span, new Moments(LONDON, now), breaking, next);
    }

    private static Charter library() throws IOException {
        var text = Files.readString(Path.of("../charters/library.yaml"));
        return Objects.requireNonNull(
                CharterFile.read(new Source("library.yaml", text)).charter());
    }
}
