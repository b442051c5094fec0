package threeline.desk.people.access;

import static threeline.desk.people.access.Kind.ADMINISTRATOR;
import static threeline.desk.people.access.Kind.AGENT;
import static threeline.desk.people.access.Kind.AUDITOR;
import static threeline.desk.people.access.Kind.MAIL_SENDER;
import static threeline.desk.people.access.Kind.MANAGER;
import static threeline.desk.people.access.Kind.OFF_WATCH;
import static threeline.desk.people.access.Kind.ONE_STEP;
import static threeline.desk.people.access.Kind.OUTSIDE_AGENT;
import static threeline.desk.people.access.Kind.REQUESTER;
import static threeline.desk.people.access.Kind.SUPER_USER;
import static threeline.desk.people.access.Kind.VENDOR_CONTACT;
import static threeline.desk.people.access.Reach.ASKED;
import static threeline.desk.people.access.Reach.DESK;
import static threeline.desk.people.access.Reach.ORGANIZATION;
import static threeline.desk.people.access.Reach.OWN;
import static threeline.desk.people.access.Reach.SIGHT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one table of rights: who may do what, and to which of it. What does not stand here, nobody may. */
public final class RightsTable {

    private static final Map<Action, Map<Kind, Reach>> ROWS = rows();

    private RightsTable() {}

    /** How far an action goes for one kind of people. */
    public static Reach reach(Kind kind, Action action) {
        return ROWS.getOrDefault(action, Map.of()).getOrDefault(kind, Reach.NONE);
    }

    private static Map<Action, Map<Kind, Reach>> rows() {
        var rows = new EnumMap<Action, Map<Kind, Reach>>(Action.class);
        rows.put(
                Action.SEE_TICKETS,
                row(DESK, AGENT, MANAGER, ADMINISTRATOR, AUDITOR).with(SIGHT, OUTSIDE_AGENT));
        rows.put(Action.OPEN_TICKETS, row(DESK, AGENT, MANAGER, ADMINISTRATOR).with(SIGHT, OUTSIDE_AGENT));
        rows.put(
                Action.WORK_ON_TICKETS, row(DESK, AGENT, MANAGER, ADMINISTRATOR).with(SIGHT, OUTSIDE_AGENT));
        rows.put(Action.SEE_CHARTER, row(DESK, OUTSIDE_AGENT, OFF_WATCH, AGENT, MANAGER, ADMINISTRATOR, AUDITOR));
        rows.put(
                Action.SEE_CONTRACTS,
                row(DESK, AGENT, MANAGER, ADMINISTRATOR, AUDITOR).with(ORGANIZATION, OUTSIDE_AGENT));
        rows.put(Action.CHANGE_CHARTER, row(DESK, MANAGER, ADMINISTRATOR));
        rows.put(
                Action.SEE_PEOPLE,
                row(DESK, AGENT, MANAGER, ADMINISTRATOR, AUDITOR).with(ORGANIZATION, OUTSIDE_AGENT));
        rows.put(Action.MANAGE_PEOPLE, row(DESK, MANAGER, ADMINISTRATOR));
        rows.put(Action.MANAGE_CONTRACTS, row(DESK, MANAGER, ADMINISTRATOR));
        rows.put(Action.MANAGE_MAIL, row(DESK, MANAGER, ADMINISTRATOR));
        rows.put(Action.APPOINT, row(DESK, ADMINISTRATOR));
        rows.put(Action.MANAGE_ACCOUNTS, row(DESK, ADMINISTRATOR));
        rows.put(Action.PROVISION, row(DESK, ADMINISTRATOR));
        rows.put(Action.MANAGE_PROVIDERS, row(DESK, ADMINISTRATOR));
        rows.put(Action.MANAGE_TOKENS, row(DESK, ADMINISTRATOR));
        rows.put(Action.MANAGE_WEBHOOKS, row(DESK, ADMINISTRATOR));
        rows.put(Action.SEE_AUDIT, row(DESK, ADMINISTRATOR, AUDITOR));
        rows.put(Action.ERASE_PEOPLE, row(DESK, ADMINISTRATOR));
        rows.put(Action.SEE_OWN_ACCOUNT, row(OWN, OUTSIDE_AGENT, OFF_WATCH, AGENT, MANAGER, ADMINISTRATOR, AUDITOR));
        rows.put(
                Action.SET_UP_SECOND_STEP,
                row(OWN, OUTSIDE_AGENT, OFF_WATCH, ONE_STEP, AGENT, MANAGER, ADMINISTRATOR, AUDITOR));
        rows.put(Action.ASK, row(DESK, REQUESTER, SUPER_USER));
        rows.put(Action.SEE_REQUESTS, row(ASKED, REQUESTER).with(SIGHT, SUPER_USER));
        rows.put(Action.ANSWER_REQUESTS, row(ASKED, REQUESTER).with(SIGHT, SUPER_USER));
        rows.put(Action.SEE_OWN_DATA, row(OWN, REQUESTER, SUPER_USER));
        rows.put(Action.ANSWER_BY_MAIL, row(OWN, MAIL_SENDER));
        rows.put(Action.ANSWER_FOR_VENDOR, row(OWN, VENDOR_CONTACT));
        rows.put(Action.WRITE_FROM_WITHIN, row(OWN, MAIL_SENDER));
        return rows;
    }

    private static Row row(Reach reach, Kind... kinds) {
        return new Row().with(reach, kinds);
    }

    private static final class Row extends EnumMap<Kind, Reach> {

        private static final long serialVersionUID = 1;

        Row() {
            super(Kind.class);
        }

        Row with(Reach reach, Kind... kinds) {
            for (var kind : kinds) {
                put(kind, reach);
            }
            return this;
        }
    }

    /** The table as docs/rights.md has it. */
    public static String markdown() {
        var head = Stream.of("| May | By a program |", titles(), "\n").toList();
        var rule = "| --- | --- |" + " --- |".repeat(Kind.values().length) + "\n";
        var rows = Stream.of(Action.values()).map(RightsTable::markdown).toList();
        return String.join("", head) + rule + String.join("", rows);
    }

    private static String titles() {
        return String.join(
                "", Stream.of(Kind.values()).map(it -> " " + it.title() + " |").toList());
    }

    private static String markdown(Action action) {
        var cells = Stream.of(Kind.values())
                .map(kind -> reach(kind, action).words())
                .toList();
        return "| %s | %s | %s |%n".formatted(action.title(), action.byProgram(), String.join(" | ", cells));
    }

    /** All actions, in the table's order. */
    public static List<Action> actions() {
        return List.of(Action.values());
    }
}
