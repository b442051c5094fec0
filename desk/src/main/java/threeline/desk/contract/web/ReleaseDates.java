package threeline.desk.contract.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.ReleaseMove;

/** The dates of releases as they hold now: the charter's, as far as they weren't moved since it came into force. */
final class ReleaseDates {

    private static final DateTimeFormatter WORD = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private ReleaseDates() {}

    static List<LocalDate> of(CharterInForce current, List<ReleaseMove> moves) {
        var dates = new ArrayList<>(current.charter().offers().releases());
        for (var move : moves) {
            if (current.number() == 1 || move.at().isAfter(current.inForceAt())) {
                dates.replaceAll(it -> it.equals(move.from()) ? move.to() : it);
            }
        }
        return dates.stream().sorted().distinct().toList();
    }

    static String word(LocalDate date) {
        return WORD.format(date);
    }
}
