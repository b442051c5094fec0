package threeline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A demo's time: it runs like any other, and can be turned forward. How far is kept, so that a restart never turns it back. */
public final class TurnableTime implements InstantSource {

    private final InstantSource time;
    private final Path kept;
    private volatile Duration ahead;

    public TurnableTime(InstantSource time, Path kept) {
        this.time = time;
        this.kept = kept;
        this.ahead = Files.exists(kept) ? Duration.parse(read(kept)) : Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return time.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    public synchronized Instant forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        ahead = ahead.plus(by);
        write(kept, ahead.toString());
        return instant();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".fresh");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
