package threeline.desk.contract;

import static threeline.desk.db.contract.Tables.CHARTER_VERSION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.CharterVersion.Word;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.check.Check;
import threeline.promises.source.Finding;
import threeline.promises.source.Source;

/** What those who answer for a desk do to its charter: put another version in force, now or later; withdraw it before. */
@Component
@Transactional
public class CharterDesk {

    private final DSLContext db;
    private final InstantSource time;
    private final Charters charters;
    private final CharterVersions versions;
    private final Follower follower;

    CharterDesk(DSLContext db, InstantSource time, Charters charters, CharterVersions versions, Follower follower) {
        this.db = db;
        this.time = time;
        this.charters = charters;
        this.versions = versions;
        this.follower = follower;
    }

    /**
     * Puts a text in force.
     *
     * @param at from when on, not in the past; null for as soon as can be
     * @return the version, which is coming or already in force
     */
    public CharterVersion put(String text, @Nullable Instant at, String by, String why) {
        var now = time.instant();
        var charter = checked(text, now);
        refuseDrops(charter);
        if (versions.coming().isPresent()) {
            throw anotherComes();
        }
        var soonest = follower.readyWithin();
        if (at == null && soonest.isZero()) {
            return versions.find(charters.putInForce(text, by, why).number()).orElseThrow();
        }
        var from = at == null ? now.plus(soonest) : inTime(at, now, soonest);
        try {
            var number = charters.add(text, VersionState.COMING, from, new Word(by, now, why));
            return versions.find(number).orElseThrow();
        } catch (DuplicateKeyException meanwhile) {
            throw anotherComes();
        }
    }

    /** Takes the planned version back; refused where there is none any more. */
    public void withdraw(int number, String by, String why) {
        var withdrawn = db.update(CHARTER_VERSION)
                .set(CHARTER_VERSION.STATE, VersionState.WITHDRAWN.word())
                .set(CHARTER_VERSION.WITHDRAWN_AT, time.instant())
                .set(CHARTER_VERSION.WITHDRAWN_BY, by)
                .set(CHARTER_VERSION.WITHDRAWN_WHY, why)
                .where(CHARTER_VERSION.VERSION.eq(number), CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                .execute();
        if (withdrawn == 0) {
            throw new ProblemException(new Problem.Conflict(
                    "Version %d is not planned any more, so it can't be withdrawn.".formatted(number)));
        }
    }

    /** What tickets use that a charter no longer has. */
    @Transactional(readOnly = true)
    public CharterDrops drops(Charter charter) {
        return CharterDrops.of(charter, follower.inUse());
    }

    private void refuseDrops(Charter charter) {
        var drops = drops(charter);
        if (!drops.isEmpty()) {
            throw new ProblemException(new Problem.Conflict("It can't be put in force: " + drops.told()));
        }
    }

    private static Charter checked(String text, Instant now) {
        var reading = CharterFile.read(new Source("charter.yaml", text));
        var charter = reading.charter();
        var findings = Check.of(reading, now.atZone(ZoneOffset.UTC).toLocalDate());
        if (charter == null || findings.stream().anyMatch(Finding::isError)) {
            throw new CharterRefused(findings.stream().filter(Finding::isError).toList());
        }
        return charter;
    }

    private static Instant inTime(Instant at, Instant now, Duration soonest) {
        if (at.isBefore(now)) {
            throw new ProblemException(new Problem.Invalid(
                    new Problem.Fault("at", "A charter can't come into force in the past; choose a later time.")));
        }
        var earliest = now.plus(soonest);
        return at.isBefore(earliest) ? earliest : at;
    }

    private static ProblemException anotherComes() {
        return new ProblemException(
                new Problem.Conflict("Another version is planned already. Withdraw it first, or wait until it came."));
    }
}
