package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.API_TOKEN;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;
import threeline.desk.tenant.Tenant;

/** The desk's API tokens. */
@Repository
@Transactional
public class ApiTokens {

    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(
            API_TOKEN.ID,
            API_TOKEN.NAME,
            API_TOKEN.SCOPES,
            API_TOKEN.MADE_AT,
            API_TOKEN.EXPIRES_AT,
            API_TOKEN.ENDED_AT,
            AGENT.ID,
            AGENT.NAME,
            AGENT.EMAIL,
            AGENT.ROLE,
            AGENT.ORGANIZATION);

    private final DSLContext db;
    private final InstantSource time;

    ApiTokens(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** A token that lets a program act as this agent. What it gives is shown once and can't be had again. */
    public BearerToken make(AgentId agent, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        if (scopes.isEmpty() || scopes.contains(Scope.IN_PERSON)) {
            throw new IllegalArgumentException("no token can have these scopes: " + scopes);
        }
        var token = BearerToken.random(Tenant.current().slug());
        db.insertInto(API_TOKEN)
                .set(API_TOKEN.HASH, token.secret().hash())
                .set(API_TOKEN.AGENT, agent.value())
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.SCOPES, scopes.stream().map(Scope::word).sorted().toArray(String[]::new))
                .set(API_TOKEN.MADE_AT, time.instant())
                .set(API_TOKEN.EXPIRES_AT, expiresAt)
                .execute();
        return token;
    }

    /** All tokens of the desk, newest first, ended ones too. */
    public List<ApiToken> all() {
        return db.select(COLUMNS)
                .from(API_TOKEN)
                .join(AGENT)
                .on(AGENT.ID.eq(API_TOKEN.AGENT))
                .orderBy(API_TOKEN.ID.desc())
                .fetch(ApiTokens::read);
    }

    /** Ends a token; its bearers are refused at once here, and in other processes within seconds. */
    public void end(long id) {
        db.update(API_TOKEN)
                .set(API_TOKEN.ENDED_AT, time.instant())
                .where(API_TOKEN.ID.eq(id), API_TOKEN.ENDED_AT.isNull())
                .execute();
    }

    /** The token with this secret, unless its agent is disabled. */
    Optional<ApiToken> find(Secret secret) {
        return db.select(COLUMNS)
                .from(API_TOKEN)
                .join(AGENT)
                .on(AGENT.ID.eq(API_TOKEN.AGENT))
                .where(API_TOKEN.HASH.eq(secret.hash()), AGENT.DISABLED_AT.isNull())
                .fetchOptional(ApiTokens::read);
    }

    private static ApiToken read(Record row) {
        return new ApiToken(
                row.get(API_TOKEN.ID),
                row.get(API_TOKEN.NAME),
                AgentRow.read(row),
                Arrays.stream(row.get(API_TOKEN.SCOPES)).map(Scope::of).collect(Collectors.toUnmodifiableSet()),
                row.get(API_TOKEN.MADE_AT),
                row.get(API_TOKEN.EXPIRES_AT),
                row.get(API_TOKEN.ENDED_AT));
    }
}
