package threeline.desk.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import threeline.desk.demo.Play.Move;
import threeline.desk.demo.Play.Opening;
import threeline.desk.demo.Play.Scene;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;

/** Plays a play, each act at its instant of the past. */
@Component
@org.springframework.context.annotation.Profile("demo")
class Stage {

    private final Agents agents;
    private final Requesters requesters;
    private final TicketDesk desk;

    Stage(Agents agents, Requesters requesters, TicketDesk desk) {
        this.agents = agents;
        this.requesters = requesters;
        this.desk = desk;
    }

    void play(Play play, PasswordHash password, Instant now) {
        var cast = new Cast(new HashMap<>(), new HashMap<>());
        for (var it : play.agents()) {
            var agent =
                    agents.add(new NewAgent(it.name(), it.email(), it.role(), it.groups(), it.parts(), null, password));
            cast.agents().put(it.key(), agent.id());
        }
        for (var it : play.people()) {
            var person = requesters.add(
                    new NewRequester(it.name(), it.email(), it.phone(), it.organization(), it.superUser()));
            cast.requesters().put(it.key(), person.id());
        }
        byAge(play.scenes()).forEach(scene -> play(scene, cast, now));
    }

    /** References ascend as time goes on. */
    private static List<Scene> byAge(List<Scene> scenes) {
        return scenes.stream()
                .sorted(Comparator.comparing(Scene::ago).reversed())
                .toList();
    }

    private void play(Scene scene, Cast cast, Instant now) {
        var start = now.minus(scene.ago());
        var number = desk.at(start).open(ticket(scene.opening(), cast)).number();
        for (var move : scene.moves()) {
            var at = start.plus(move.after());
            if (!at.isAfter(now)) {
                play(move, number, desk.at(at), cast);
            }
        }
    }

    private static NewTicket ticket(Opening it, Cast cast) {
        var spoken = it.channel().contains("line") || it.channel().equals("phone");
        return new NewTicket(
                cast.requester(it.person()),
                it.channel(),
                it.severity(),
                spoken,
                About.NOTHING,
                new NewMessage(it.subject(), it.text(), List.of()));
    }

    private static void play(Move move, TicketNumber ticket, TicketDesk then, Cast cast) {
        switch (move.verb()) {
            case "contact" ->
                then.contact(ticket, NewMessage.of(move.words()), cast.requester(move.who()), cast.channel());
            case "reply" -> then.reply(ticket, NewMessage.of(move.words()), cast.agent(move.who()));
            case "note" -> then.note(ticket, NewMessage.of(move.words()), cast.agent(move.who()));
            case "hold" -> then.hold(ticket, move.words(), cast.agent(move.who()));
            case "resume" -> then.resume(ticket, cast.agent(move.who()));
            case "assign" -> then.assign(ticket, cast.agent(move.words()), cast.agent(move.who()));
            case "resolve" -> then.resolve(ticket, "A known fix", cast.agent(move.who()));
            default -> throw new IllegalArgumentException(move.verb());
        }
    }

    /** Who plays whom. */
    private record Cast(Map<String, AgentId> agents, Map<String, RequesterId> requesters) {

        AgentId agent(String key) {
            return java.util.Objects.requireNonNull(agents.get(key), key);
        }

        RequesterId requester(String key) {
            return java.util.Objects.requireNonNull(requesters.get(key), key);
        }

        /** People write again by mail. */
        String channel() {
            return "email";
        }
    }
}
