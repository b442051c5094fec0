package threeline.desk.people.access;

import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import threeline.desk.people.PasswordHash;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/**
 * Makes and checks password hashes: Argon2id at 19 MiB and two passes. That is dear on purpose, so only a few are
 * reckoned at one time, lest guessing take the machine from those who work.
 */
@Component
public class Passwords {

    public static final int SHORTEST = 8;
    static final int LONGEST = 256;

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 3;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** What an unknown name's password is checked against: as much work, and never a match. */
    private final PasswordHash nobodys = new PasswordHash(
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(KIBIBYTES, PASSES, zeros(SALT), zeros(HASH)));

    public PasswordHash hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new ProblemException(new Problem.Invalid(
                    new Problem.Fault("password", "A password has %d to %d characters.".formatted(SHORTEST, LONGEST))));
        }
        places.acquireUninterruptibly();
        try {
            return new PasswordHash(String.valueOf(argon2.encode(password)));
        } finally {
            places.release();
        }
    }

    /** Whether it is the password; the same work for a name that nobody has. Empty when too many ask at once. */
    Optional<Boolean> matches(String password, @Nullable PasswordHash hash) {
        if (!place()) {
            return Optional.empty();
        }
        try {
            var kept = hash == null || password.length() > LONGEST ? nobodys : hash;
            var given = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
            return Optional.of(argon2.matches(given, kept.value()) && kept == hash);
        } finally {
            places.release();
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String zeros(int count) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[count]);
    }
}
