package threeline.desk.people.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.access.Account;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Actor;

/** What those see who manage accounts; the link just made, this once, where no mail could carry it. */
public record AccountsView(Actor actor, List<Account> accounts, Instant now, Accounts.@Nullable Handed handed) {

    public AccountsView {
        accounts = List.copyOf(accounts);
    }

    public boolean isOwn(Account it) {
        return it.agent().id().equals(actor.agent().id());
    }

    public String role(Account it) {
        return switch (it.agent().role()) {
            case AGENT -> "Agent";
            case MANAGER -> "Manager";
            case ADMIN -> "Administrator";
            case AUDITOR -> "Auditor";
        };
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
        return it.hasPassword() ? it.hasSecondStep() ? "Password and code" : "Password" : "No password yet";
    }

    public String linkWords(Account it) {
        return it.hasPassword() ? "Send a reset link" : "Invite";
    }
}
