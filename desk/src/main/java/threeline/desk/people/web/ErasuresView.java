package threeline.desk.people.web;

import java.util.List;
import threeline.desk.people.Agent;
import threeline.desk.people.Requester;
import threeline.desk.people.erasure.Erasure;
import threeline.desk.people.erasure.Whom;

/**
 * Who was found, and who was erased.
 *
 * @param agents those who work here no more
 */
public record ErasuresView(String query, List<Requester> found, List<Agent> agents, List<Erasure> erasures) {

    public static String title(Whom it) {
        return switch (it) {
            case Whom.OfRequesters _ -> "Requester %d".formatted(it.number());
            case Whom.OfAgents _ -> "Agent %d".formatted(it.number());
        };
    }
}
