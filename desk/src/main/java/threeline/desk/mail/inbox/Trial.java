package threeline.desk.mail.inbox;

import jakarta.mail.MessagingException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import threeline.desk.mail.AccessTokens;

/** Tries out whether an inbox can be reached, and changes nothing there. */
@Component
public class Trial {

    private static final int PATIENCE_SECONDS = 30;

    private final Lines lines;

    Trial(Lines lines) {
        this.lines = lines;
    }

    /** What came of it. */
    public sealed interface Result {

        /** So many messages lie in the folder; {@code tellsNews}: what comes is fetched at once, else once a minute. */
        record Works(int messages, boolean tellsNews) implements Result {}

        /** Why not, in words. */
        record Fails(String why) implements Result {}
    }

    /** However slow the server is, this comes back within half a minute. */
    public Result of(Inbox.Place place, Secret secret) {
        var task = new FutureTask<>(() -> tried(place, secret));
        Thread.ofVirtual().name("inbox trial").start(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Result.Fails("The server does not answer within %d seconds.".formatted(PATIENCE_SECONDS));
        } catch (ExecutionException | CancellationException e) {
            return new Result.Fails(Words.of(e, place));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Fails("It was broken off.");
        }
    }

    private Result tried(Inbox.Place place, Secret secret) {
        try (var line = lines.open(place, secret)) {
            return new Result.Works(line.messages(), line.tellsNews());
        } catch (MessagingException | AccessTokens.NoToken | RuntimeException e) {
            return new Result.Fails(Words.of(e, place));
        }
    }
}
