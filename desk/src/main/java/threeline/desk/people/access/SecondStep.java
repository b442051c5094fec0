package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.RECOVERY_CODE;
import static threeline.desk.db.people.Tables.TOTP;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.tenant.Vault;

/** What is asked for besides the password: the code that an authenticator shows, or one kept for when it is lost. */
@Repository
@Transactional
public class SecondStep {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODES = 10;
    private static final int LENGTH = 24;
    private static final int GROUP = 6;

    private final DSLContext db;
    private final InstantSource time;
    private final Vault vault;

    SecondStep(DSLContext db, InstantSource time, Vault vault) {
        this.db = db;
        this.time = time;
        this.vault = vault;
    }

    /** Whether it is asked for, of this agent. */
    public boolean isWanted(AgentId agent) {
        return db.fetchExists(TOTP, TOTP.AGENT.eq(agent.value()), TOTP.CONFIRMED_AT.isNotNull());
    }

    /** All of whom it is asked for. */
    public Set<AgentId> wanted() {
        return Set.copyOf(db.select(TOTP.AGENT)
                .from(TOTP)
                .where(TOTP.CONFIRMED_AT.isNotNull())
                .fetch(row -> new AgentId(row.value1())));
    }

    /** How many of the codes for when the authenticator is lost are left. */
    public int codesLeft(AgentId agent) {
        return db.fetchCount(RECOVERY_CODE, RECOVERY_CODE.AGENT.eq(agent.value()), RECOVERY_CODE.USED_AT.isNull());
    }

    /** The secret that an authenticator is given; nothing is asked for before a code of it was shown. */
    public Authenticator begin(Agent agent) {
        var kept = db.select(TOTP.SECRET)
                .from(TOTP)
                .where(TOTP.AGENT.eq(agent.id().value()))
                .fetchOptional(row -> open(agent.id(), row.value1()));
        return new Authenticator(agent, kept.orElseGet(() -> make(agent.id())));
    }

    private byte[] make(AgentId agent) {
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        db.insertInto(TOTP, TOTP.AGENT, TOTP.SECRET, TOTP.MADE_AT)
                .values(agent.value(), vault.lock(purpose(agent), HexFormat.of().formatHex(secret)), time.instant())
                .execute();
        return secret;
    }

    /** From now on it is asked for, if this is a code of the authenticator's. Gives the codes to be kept; none if it is not. */
    public List<String> confirm(AgentId agent, String code) {
        if (isWanted(agent) || !isCode(agent, code)) {
            return List.of();
        }
        db.update(TOTP)
                .set(TOTP.CONFIRMED_AT, time.instant())
                .where(TOTP.AGENT.eq(agent.value()))
                .execute();
        return freshCodes(agent);
    }

    /** Whether this lets somebody in, this once: the code that is shown now, or one of those kept. */
    boolean passes(AgentId agent, String shown) {
        var plain = shown.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return plain.length() == Totp.DIGITS ? isCode(agent, plain) : isRecovery(agent, plain);
    }

    /** It is asked for no longer; the codes to be kept stay for who has a passkey. */
    public void remove(AgentId agent) {
        db.deleteFrom(TOTP).where(TOTP.AGENT.eq(agent.value())).execute();
    }

    void removeCodes(AgentId agent) {
        db.deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.AGENT.eq(agent.value()))
                .execute();
    }

    private boolean isCode(AgentId agent, String code) {
        var plain = code.replaceAll("\\s", "");
        var kept = db.selectFrom(TOTP).where(TOTP.AGENT.eq(agent.value())).fetchOptional();
        if (kept.isEmpty()) {
            return false;
        }
        var secret = open(agent, kept.get().getSecret());
        var step = Totp.step(secret, plain, time.instant(), kept.get().getLastStep());
        return step.isPresent() && isFirst(agent, step.getAsLong());
    }

    /** Of several who show the same code at once, one is let in. */
    private boolean isFirst(AgentId agent, long step) {
        return db.update(TOTP)
                        .set(TOTP.LAST_STEP, step)
                        .where(TOTP.AGENT.eq(agent.value()), TOTP.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    private boolean isRecovery(AgentId agent, String code) {
        return db.update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, time.instant())
                        .where(
                                RECOVERY_CODE.AGENT.eq(agent.value()),
                                RECOVERY_CODE.HASH.eq(new Secret(code).hash()),
                                RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Codes to be kept for when an authenticator or a device is lost; those before are worth nothing. */
    public List<String> freshCodes(AgentId agent) {
        db.deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.AGENT.eq(agent.value()))
                .execute();
        var codes = IntStream.range(0, CODES).mapToObj(_ -> random()).toList();
        codes.forEach(code -> db.insertInto(RECOVERY_CODE, RECOVERY_CODE.AGENT, RECOVERY_CODE.HASH)
                .values(agent.value(), new Secret(code).hash())
                .execute());
        return codes.stream()
                .map(code -> code.replaceAll("(?<=\\G.{%d})(?=.)".formatted(GROUP), "-"))
                .toList();
    }

    /** 118 bits: too many to be found from the hash that is kept, by whoever has the database. */
    private static String random() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(it -> LETTERS.substring(it, it + 1))
                .collect(Collectors.joining());
    }

    private byte[] open(AgentId agent, byte[] locked) {
        return HexFormat.of().parseHex(vault.open(purpose(agent), locked));
    }

    private static String purpose(AgentId agent) {
        return "totp " + agent.value();
    }
}
