package threeline.desk.people.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.Requester;
import threeline.desk.people.erasure.Before;
import threeline.desk.people.erasure.Erasure;
import threeline.desk.people.erasure.Whom;

/**
 * What would go of somebody, or what did.
 *
 * @param counts null while what would go is still to be counted
 * @param before what has to happen first
 */
public record ErasureView(
        Who who, @Nullable Erasure erasure, @Nullable Map<String, Long> counts, List<Before> before) {

    private static final List<Count> OF_REQUESTERS = List.of(
            new Count("tickets", "tickets they asked: the subject and all words go, what happened and when stays"),
            new Count("entries", "entries on timelines whose words go"),
            new Count("mentions", "entries of other tickets that named or quoted them"),
            new Count("files", "files of their tickets and messages"),
            new Count("contents", "contents of files that nobody else needs"),
            new Count("letters", "mails as they came in: of their tickets, and what names their address"),
            new Count("mails", "mails as they left: of their tickets, and to them"),
            new Count("lines", "lines of the audit trail that lose whom they name"));

    private static final List<Count> OF_AGENTS = List.of(
            new Count("acts", "acts and messages of theirs: they stay, under their number"),
            new Count("mentions", "entries on timelines that named them"),
            new Count("letters", "mails as they came in: of tickets they had worked on by then, and what names them"),
            new Count("mails", "mails as they left: of tickets they worked on, and to them"),
            new Count("lines", "lines of the audit trail that lose whom they name"),
            new Count("ways", "ways in: password, authenticator, passkeys, providers, tokens"));

    /** So many, and of what. */
    public record Count(String many, String what) {}

    /** Somebody, as they are called on this page. */
    public record Who(Whom whom, String name, @Nullable String email) {

        static Who of(Requester it) {
            return new Who(new Whom.OfRequesters(it.id()), it.name(), it.email());
        }

        static Who of(Agent it) {
            return new Who(new Whom.OfAgents(it.id()), it.name(), it.email());
        }
    }

    public List<Count> all() {
        if (counts == null) {
            return List.of();
        }
        var words = switch (who.whom()) {
            case Whom.OfRequesters _ -> OF_REQUESTERS;
            case Whom.OfAgents _ -> OF_AGENTS;
        };
        return words.stream()
                .map(it -> new Count("%,d".formatted(counts.getOrDefault(it.many(), 0L)), it.what()))
                .toList();
    }

    /** Whether nothing keeps them from being erased, and what would go is still to be counted. */
    public boolean isToBeCounted() {
        return isOpen() && before.isEmpty() && counts == null;
    }

    /** Whether they may be erased now: nothing keeps them from it, and what goes is there to be looked at. */
    public boolean isReady() {
        return isOpen() && before.isEmpty() && counts != null;
    }

    public boolean isOpen() {
        return erasure == null || erasure.failure() != null;
    }
}
