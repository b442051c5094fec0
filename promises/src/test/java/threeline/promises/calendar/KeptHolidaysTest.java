package threeline.promises.calendar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The kept tables say what the holiday library says; {@code -Dthreeline.keep} writes them anew. */
class KeptHolidaysTest {

    static final List<String> KEPT = List.of(
            "AU", "BE", "CA", "CH", "DE", "DE-BE", "DE-BY", "ES", "FR", "GB", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS",
            "IE", "IT", "NL", "PL", "PT", "US", "US-CA", "US-MA", "US-NY", "US-TX");

    @ParameterizedTest
    @FieldSource("KEPT")
    void a_kept_table_says_what_the_library_says(String code) throws IOException {
        var table = IntStream.rangeClosed(KeptHolidays.FIRST_YEAR, KeptHolidays.LAST_YEAR)
                .mapToObj(year -> HolidaySource.holidays(code, year))
                .flatMap(year -> year.entrySet().stream())
                .map(it -> it.getKey() + " " + it.getValue() + "\n")
                .collect(joining());
        if (Boolean.getBoolean("threeline.keep")) {
            var file = Path.of("src/main/resources/threeline/promises/calendar", KeptHolidays.file(code));
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
        } else {
            assertThat(KeptHolidays.class.getResourceAsStream(KeptHolidays.file(code)))
                    .hasBinaryContent(table.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void what_is_not_kept_is_asked_of_the_library() {
        assertThat(KeptHolidays.has("JP")).isFalse();
        assertThat(new Region("JP").holidays(2026)).isNotEmpty();
        assertThat(new Region("GB-ENG").holidays(2019)).isNotEmpty();
        assertThat(new Region("GB-ENG").holidays(2041)).isNotEmpty();
    }

    @Test
    void only_kept_years_of_kept_places_are_looked_up_in_the_tables() {
        assertThat(KeptHolidays.has("GB-ENG")).isTrue();
        assertThat(KeptHolidays.of("JP", 2026)).isNull();
        assertThat(KeptHolidays.of("GB-ENG", 2019)).isNull();
        assertThat(KeptHolidays.of("GB-ENG", 2041)).isNull();
        assertThat(KeptHolidays.of("GB-ENG", 2020).firstKey()).isEqualTo("2020-01-01");
        assertThat(KeptHolidays.of("GB-ENG", 2040).lastKey()).isEqualTo("2040-12-26");
        assertThat(new Region("GB-ENG").holidays(2026)).hasSize(8).containsValue("Boxing Day");
    }

    @Test
    void a_code_leads_nowhere_else() {
        assertThat(KeptHolidays.has("../holidays/GB-ENG")).isFalse();
        assertThat(KeptHolidays.has("")).isFalse();
    }
}
