package threeline.desk.contract.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** A text that is to come into force: when, as people write it in the desk's zone, and why. */
public record FromForm(
        String text,
        @Nullable String date,
        @Nullable String time,
        @Nullable String why) {

    public FromForm {
        text = Objects.requireNonNullElse(text, ""); // a field may be missing in what is sent
    }

    static final FromForm EMPTY = new FromForm("", null, null, null);
    private static final int LONGEST = 500;

    /** Null for as soon as can be. */
    @Nullable
    Instant at(ZoneId zone) {
        if (date == null || date.isBlank()) {
            return null;
        }
        try {
            var clock = time == null || time.isBlank() ? LocalTime.MIDNIGHT : LocalTime.parse(time);
            return LocalDateTime.of(LocalDate.parse(date), clock).atZone(zone).toInstant();
        } catch (DateTimeException misread) {
            throw invalid("date", "Write the date as 2026-12-01 and the time as 09:00, or leave both empty.");
        }
    }

    String checkedText() {
        return DraftController.checked(text);
    }

    String checkedWhy() {
        if (why == null || why.isBlank() || why.length() > LONGEST) {
            throw invalid(
                    "why", "Say why in 1 to %d characters; it stands in the list of versions.".formatted(LONGEST));
        }
        return why.strip();
    }

    static ProblemException invalid(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }
}
