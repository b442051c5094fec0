package threeline.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.desk.watch.Seam.Crossing;
import threeline.promises.calendar.Interval;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.keeping.Version;
import threeline.promises.source.Source;
import threeline.promises.tier.Group;

/** Seams, gaps and days as charters have them; 23 November 2026 is a Monday. */
class SeamTest {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The library's hours as its people wrote them, read daily. */
    static final String AS_WRITTEN = """
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

    @Test
    void at_the_end_of_the_day_all_that_first_line_has_passes_to_out_of_hours() throws IOException {
        var library = charter("library");
        var seam = Seam.after(at("23T14:12"), "1", Reigns.of(library)).orElseThrow();

        assertThat(seam.at()).isEqualTo(at("23T17:30"));
        assertThat(ids(seam.leaving())).containsExactly("first-line");
        assertThat(ids(seam.coming())).containsExactly("out-of-hours");
        assertThat(seam.crossings(Reigns.of(library)))
                .containsOnlyKeys("first-line")
                .containsEntry("first-line", new Crossing(severities(library), Set.of("out-of-hours")));
    }

    @Test
    void only_what_the_group_that_stays_takes_passes_to_it() throws IOException {
        var procurement = charter("procurement");
        var seam = Seam.after(at("23T14:12"), "1", Reigns.of(procurement)).orElseThrow();

        assertThat(ids(seam.leaving())).containsExactly("user-support");
        assertThat(ids(seam.on())).containsExactly("technical-support");
        assertThat(seam.crossings(Reigns.of(procurement)))
                .containsEntry("user-support", new Crossing(Set.of("critical"), Set.of("technical-support")));
    }

    @Test
    void coming_back_to_ones_own_tickets_is_no_handover() throws IOException {
        var managed = charter("managed-it");
        var evening = Seam.after(at("23T15:00"), "1", Reigns.of(managed)).orElseThrow();
        var morning = Seam.after(evening.at(), "1", Reigns.of(managed)).orElseThrow();

        assertThat(evening.on()).isEmpty();
        assertThat(ids(morning.coming())).containsExactly("support-techs");
        assertThat(evening.crossings(Reigns.of(managed))).isEmpty();
        assertThat(morning.crossings(Reigns.of(managed))).isEmpty();
    }

    @Test
    void where_nobody_was_the_first_who_comes_relieves_whoever_waited() {
        var library = read("as written", AS_WRITTEN);
        var minute = Seam.after(at("23T17:30"), "1", Reigns.of(library)).orElseThrow();

        assertThat(minute.at()).isEqualTo(at("23T17:31"));
        assertThat(minute.before()).isEmpty();
        assertThat(minute.crossings(Reigns.of(library))).containsOnlyKeys("first-line");
    }

    @Test
    void a_gap_is_what_the_cover_promises_and_no_group_keeps() {
        var library = read("as written", AS_WRITTEN);
        var tier = library.tier("1");

        assertThat(Cover.gaps(
                        tier,
                        library,
                        Span.day(LocalDate.parse("2026-11-24"), LONDON).interval()))
                .containsExactly(
                        new Interval(at("24T09:29"), at("24T09:30")), new Interval(at("24T17:30"), at("24T17:31")));
        assertThat(Cover.gaps(
                        tier,
                        library,
                        Span.day(LocalDate.parse("2026-11-28"), LONDON).interval()))
                .containsExactly(new Interval(at("28T09:29"), at("28T17:31")));
    }

    @Test
    void a_version_that_sends_a_group_home_is_a_seam_as_any_other() throws IOException {
        var shorter = read("shorter", text("library").replace("mon-fri: 09:30-17:30", "mon-fri: 09:30-15:00"));
        var reigns = new Reigns(List.of(version(charter("library"), "01T00:00"), version(shorter, "23T16:00")));
        var seam = Seam.after(at("23T14:12"), "1", reigns).orElseThrow();

        assertThat(seam.at()).isEqualTo(at("23T16:00"));
        assertThat(ids(seam.leaving())).containsExactly("first-line");
        assertThat(seam.crossings(reigns)).containsOnlyKeys("first-line");
        assertThat(Seam.after(seam.at(), "1", reigns).orElseThrow().at()).isEqualTo(at("24T09:30"));
        assertThat(Cover.of(
                        "first-line",
                        reigns,
                        Span.week(LocalDate.parse("2026-11-23"), LONDON).interval()))
                .startsWith(new Interval(at("23T09:30"), at("23T16:00")), new Interval(at("24T09:30"), at("24T15:00")));
    }

    @Test
    void a_version_that_leaves_the_hours_alone_is_none() throws IOException {
        var same = charter("library");
        var reigns = new Reigns(List.of(version(same, "01T00:00"), version(same, "23T16:00")));

        assertThat(Seam.after(at("23T14:12"), "1", reigns).orElseThrow().at()).isEqualTo(at("23T17:30"));
        assertThat(Cover.of(
                        "first-line",
                        reigns,
                        Span.day(LocalDate.parse("2026-11-23"), LONDON).interval()))
                .containsExactly(new Interval(at("23T09:30"), at("23T17:30")));
    }

    @Test
    void a_cover_that_adds_up_has_no_gap() throws IOException {
        var library = charter("library");

        assertThat(Cover.gaps(
                        library.tier("1"),
                        library,
                        Span.week(LocalDate.parse("2026-12-21"), LONDON).interval()))
                .isEmpty();
    }

    @Test
    void a_day_is_as_long_as_it_really_is() {
        var spring = Span.day(LocalDate.parse("2026-03-29"), LONDON);
        var autumn = Span.day(LocalDate.parse("2026-10-25"), LONDON);

        assertThat(spring.interval().length()).hasHours(23);
        assertThat(autumn.interval().length()).hasHours(25);
        assertThat(autumn.share(Instant.parse("2026-10-25T12:00:00Z"))).isEqualTo(13.0 / 25);
    }

    static Charter charter(String desk) throws IOException {
        return read(desk, text(desk));
    }

    static String text(String desk) throws IOException {
        return Files.readString(Path.of("../charters/%s.yaml".formatted(desk)));
    }

    static Version version(Charter charter, String from) {
        return new Version(charter, from, at(from));
    }

    static Charter read(String name, String text) {
        return Objects.requireNonNull(CharterFile.read(new Source(name, text)).charter(), name);
    }

    static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-%s:00Z".formatted(dayAndTime));
    }

    private static List<String> ids(List<Group> groups) {
        return groups.stream().map(Group::id).toList();
    }

    private static Set<String> severities(Charter charter) {
        return charter.severities().all().stream().map(it -> it.id()).collect(java.util.stream.Collectors.toSet());
    }
}
