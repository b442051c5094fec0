package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.API_TOKEN;
import static threeline.desk.db.people.Tables.BINDING;
import static threeline.desk.db.people.Tables.CHARGE;
import static threeline.desk.db.people.Tables.MEMBERSHIP;
import static threeline.desk.db.people.Tables.ORGANIZATION;
import static threeline.desk.db.people.Tables.PART;
import static threeline.desk.db.people.Tables.PASSKEY;
import static threeline.desk.db.people.Tables.PROVISIONED;
import static threeline.desk.db.people.Tables.SESSION;
import static threeline.desk.db.people.Tables.TOTP;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.HeldOnAgent;

/** As whom an agent is known, what they are for, and how they come in; of secrets that there are some, and nothing more. */
@Repository
@Transactional(readOnly = true)
class HeldAccount implements HeldOnAgent {

    private final DSLContext db;

    HeldAccount(DSLContext db) {
        this.db = db;
    }

    @Override
    public void each(AgentId who, Consumer<Map<String, Object>> reader) {
        known(who.value(), reader);
        waysIn(who.value(), reader);
    }

    private void known(long agent, Consumer<Map<String, Object>> reader) {
        tell(
                "account",
                db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.LANGUAGE, AGENT.DISABLED_AT)
                        .from(AGENT)
                        .where(AGENT.ID.eq(agent)),
                reader);
        tell("group", db.select(MEMBERSHIP.GROUP_NAME).from(MEMBERSHIP).where(MEMBERSHIP.AGENT.eq(agent)), reader);
        tell("part", db.select(PART.ROLE).from(PART).where(PART.AGENT.eq(agent)), reader);
        tell(
                "charge",
                db.select(ORGANIZATION.NAME.as("organization"), CHARGE.ROLE)
                        .from(CHARGE)
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ID.eq(CHARGE.ORGANIZATION))
                        .where(CHARGE.AGENT.eq(agent)),
                reader);
        tell(
                "provisioned",
                db.select(PROVISIONED.USER_NAME, PROVISIONED.EXTERNAL_ID)
                        .from(PROVISIONED)
                        .where(PROVISIONED.AGENT.eq(agent)),
                reader);
    }

    private void waysIn(long agent, Consumer<Map<String, Object>> reader) {
        tell(
                "session",
                db.select(SESSION.STARTED_AT, SESSION.SEEN_AT, SESSION.PLACE, SESSION.BROWSER)
                        .from(SESSION)
                        .where(SESSION.AGENT.eq(agent)),
                reader);
        tell(
                "passkey",
                db.select(PASSKEY.NAME, PASSKEY.MADE_AT, PASSKEY.USED_AT)
                        .from(PASSKEY)
                        .where(PASSKEY.AGENT.eq(agent)),
                reader);
        tell(
                "authenticator",
                db.select(TOTP.MADE_AT, TOTP.CONFIRMED_AT).from(TOTP).where(TOTP.AGENT.eq(agent)),
                reader);
        tell(
                "token",
                db.select(API_TOKEN.NAME, API_TOKEN.SCOPES, API_TOKEN.MADE_AT, API_TOKEN.EXPIRES_AT, API_TOKEN.ENDED_AT)
                        .from(API_TOKEN)
                        .where(API_TOKEN.AGENT.eq(agent)),
                reader);
        tell(
                "provider",
                db.select(BINDING.ISSUER, BINDING.SUBJECT, BINDING.MADE_AT, BINDING.USED_AT)
                        .from(BINDING)
                        .where(BINDING.AGENT.eq(agent)),
                reader);
    }

    private static void tell(String what, ResultQuery<? extends Record> rows, Consumer<Map<String, Object>> reader) {
        for (var row : rows.fetch()) {
            var told = new LinkedHashMap<String, Object>();
            told.put("held", what);
            for (var field : row.fields()) {
                var value = row.get(field);
                if (value != null) {
                    told.put(
                            field.getName().replace('_', '-'),
                            value instanceof Number || value instanceof Object[] ? value : value.toString());
                }
            }
            reader.accept(told);
        }
    }
}
