package threeline.desk.people.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Role;
import threeline.desk.people.access.Account;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Actor;

/** What those see who manage accounts; the link just made, this once, where no mail could carry it. */
public record AccountsView(
        Actor actor, List<Account> accounts, Set<Role> demanded, Instant now, Accounts.@Nullable Handed handed) {

    public AccountsView {
        accounts = List.copyOf(accounts);
        demanded = Set.copyOf(demanded);
    }

    /** Of this agent; an account is there for each. */
    public Account of(long id) {
        return accounts.stream()
                .filter(it -> it.agent().id().value() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Those whose access has ended, as far as they were looked for. */
    public List<Account> ended(String query) {
        var wanted = query.toLowerCase(Locale.ROOT);
        return accounts.stream()
                .filter(it -> it.endedAt() != null)
                .filter(it -> "%s %s"
                        .formatted(it.agent().name(), it.agent().email())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    public boolean isOwn(Account it) {
        return it.agent().id().equals(actor.agent().id());
    }

    public String role(Account it) {
        return AgentPages.title(it.agent().role());
    }

    /** Of whom a second step can be demanded, whether it is, and how many of them have none yet. */
    public List<Of> demands() {
        return Arrays.stream(Role.values())
                .map(role -> new Of(
                        role,
                        demanded.contains(role),
                        accounts.stream()
                                .filter(it -> it.agent().role() == role && lacks(it))
                                .count()))
                .toList();
    }

    /** One kind of people, of whom a second step may be demanded. */
    public record Of(Role role, boolean demanded, long lacking) {

        public String words() {
            return AgentPages.title(role) + "s";
        }

        public String note() {
            return lacking == 0 ? "" : lacking == 1 ? "1 has none yet" : lacking + " have none yet";
        }
    }

    private static boolean lacks(Account it) {
        return it.endedAt() == null && !it.hasSecondStep();
    }

    /** How things stand with somebody's way in. */
    public String state(Account it) {
        if (it.endedAt() != null) {
            return "Ended " + TokensView.day(it.endedAt());
        }
        var invited = it.invitedUntil();
        if (!it.hasPassword() && invited != null) {
            return (invited.isAfter(now) ? "Invited until " : "Invitation ran out ") + TokensView.day(invited);
        }
        return ways(it) + (demanded.contains(it.agent().role()) && lacks(it) ? ", has to set up a second step" : "");
    }

    private static String ways(Account it) {
        if (it.hasPassword()) {
            return it.hasSecondStep() ? "Password and second step" : "Password";
        }
        return it.hasSecondStep() ? "Second step, no password" : "No password yet";
    }

    public String linkWords(Account it) {
        return it.hasPassword() ? "Send a reset link" : "Invite";
    }
}
