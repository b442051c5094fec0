package threeline.desk.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import threeline.desk.people.Requester;
import threeline.desk.people.access.Asker;
import threeline.desk.web.Speech;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Promise;
import threeline.promises.sla.Target;

/** Tells things in the language of whoever reads them, as the desk's own clocks show them. */
record Reader(Asker asker, Charter charter, Speech speech, Instant now) {

    private static final int A_WEEK = 7;

    Requester requester() {
        return asker.requester();
    }

    String say(String key, Object... what) {
        return speech.say(key, what);
    }

    /** {@code today, 17:12}, {@code Wed, 10:15}, {@code Wed 2 Dec, 10:15}. */
    String when(Instant at) {
        return say("when", day(at), clock(at));
    }

    String clock(Instant at) {
        return speech.time("clock", at, charter.zone());
    }

    String day(Instant at) {
        var there = date(at);
        var today = date(now);
        if (there.equals(today)) {
            return say("today");
        }
        var days = Math.abs(ChronoUnit.DAYS.between(today, there));
        var pattern = days < A_WEEK ? "weekday" : there.getYear() == today.getYear() ? "day" : "day.year";
        return speech.time(pattern, at, charter.zone());
    }

    private LocalDate date(Instant at) {
        return at.atZone(charter.zone()).toLocalDate();
    }

    /** A release counts until its day is over. */
    String due(Promise promise, Instant dueAt) {
        return promise.target() instanceof Target.NextRelease ? day(dueAt.minus(Duration.ofNanos(1))) : when(dueAt);
    }

    /** A name of the charter as it stands within a sentence, unless it is one of a thing's own. */
    static String within(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1))
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }
}
