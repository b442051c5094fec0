package threeline.desk.notification;

import static threeline.desk.db.notification.Tables.CHOICE;
import static threeline.desk.db.notification.Tables.DIGEST;
import static threeline.desk.db.notification.Tables.HABIT;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.notification.tables.records.ChoiceRecord;
import threeline.desk.db.notification.tables.records.HabitRecord;
import threeline.desk.people.AgentId;

/** How each agent wants to be told. */
@Repository
@Transactional
public class Habits {

    private final DSLContext db;

    Habits(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Habit of(AgentId agent) {
        return of(List.of(agent)).getOrDefault(agent, Habit.USUAL);
    }

    /** Those of all who said anything. */
    @Transactional(readOnly = true)
    Map<AgentId, Habit> of(Collection<AgentId> agents) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        var ids = agents.stream().map(AgentId::value).toList();
        var habits = db.selectFrom(HABIT).where(HABIT.AGENT.in(ids)).fetchMap(HABIT.AGENT);
        var choices = db.selectFrom(CHOICE).where(CHOICE.AGENT.in(ids)).fetchGroups(CHOICE.AGENT);
        var all = new HashMap<AgentId, Habit>();
        for (var id : ids) {
            var chosen = choices.get(id);
            if (habits.containsKey(id) || chosen != null) {
                all.put(new AgentId(id), habit(habits.get(id), chosen == null ? List.of() : chosen));
            }
        }
        return all;
    }

    private static Habit habit(@Nullable HabitRecord row, List<ChoiceRecord> chosen) {
        var choices = chosen.stream()
                .filter(it -> Matter.find(it.getWhat()).isPresent())
                .collect(Collectors.toMap(
                        it -> Matter.find(it.getWhat()).orElseThrow(),
                        it -> Habit.Choice.valueOf(it.getWay().toUpperCase(Locale.ROOT))));
        return row == null
                ? new Habit(null, Habit.USUAL_DIGEST, choices)
                : new Habit(quiet(row), row.getDigestAt(), choices);
    }

    private static Habit.@Nullable Quiet quiet(HabitRecord row) {
        return row.getQuietFrom() == null || row.getQuietUntil() == null
                ? null
                : new Habit.Quiet(row.getQuietFrom(), row.getQuietUntil());
    }

    /** Of whatever they are told, they are told in the app alone; what was kept for a mail is in the app already. */
    void noMail(AgentId agent) {
        var now = of(agent);
        var choices = new EnumMap<Matter, Habit.Choice>(Matter.class);
        for (var it : Matter.values()) {
            var nothing = now.choices().get(it) == Habit.Choice.NOTHING;
            choices.put(it, nothing ? Habit.Choice.NOTHING : Habit.Choice.APP);
        }
        keep(agent, new Habit(now.quiet(), now.digestAt(), choices));
        db.deleteFrom(DIGEST).where(DIGEST.AGENT.eq(agent.value())).execute();
    }

    public void keep(AgentId agent, Habit habit) {
        var quiet = habit.quiet();
        var from = quiet == null ? null : quiet.from();
        var until = quiet == null ? null : quiet.until();
        db.insertInto(HABIT, HABIT.AGENT, HABIT.QUIET_FROM, HABIT.QUIET_UNTIL, HABIT.DIGEST_AT)
                .values(agent.value(), from, until, habit.digestAt())
                .onConflict(HABIT.TENANT, HABIT.AGENT)
                .doUpdate()
                .set(HABIT.QUIET_FROM, from)
                .set(HABIT.QUIET_UNTIL, until)
                .set(HABIT.DIGEST_AT, habit.digestAt())
                .execute();
        db.deleteFrom(CHOICE).where(CHOICE.AGENT.eq(agent.value())).execute();
        db.batch(habit.choices().entrySet().stream()
                        .map(it -> db.insertInto(CHOICE, CHOICE.AGENT, CHOICE.WHAT, CHOICE.WAY)
                                .values(
                                        agent.value(),
                                        it.getKey().word(),
                                        it.getValue().word()))
                        .toList())
                .execute();
    }
}
