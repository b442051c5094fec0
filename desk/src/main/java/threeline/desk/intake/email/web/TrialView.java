package threeline.desk.intake.email.web;

import threeline.desk.mail.inbox.Trial;

/** What came of trying an inbox out, in words; none where nobody did. */
public record TrialView(boolean well, String words) {

    static final TrialView NONE = new TrialView(true, "");

    static TrialView of(Trial.Result it) {
        return switch (it) {
            case Trial.Result.Works(var messages, var tellsNews) ->
                new TrialView(
                        true,
                        "It lets us in. %s; what comes is fetched %s."
                                .formatted(
                                        messages == 1 ? "1 message lies there" : messages + " messages lie there",
                                        tellsNews ? "at once" : "once a minute"));
            case Trial.Result.Fails(var why) -> new TrialView(false, why);
        };
    }
}
