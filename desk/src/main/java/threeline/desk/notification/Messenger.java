package threeline.desk.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.Crew;
import threeline.desk.people.access.Principals;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.Author;
import threeline.desk.web.live.Live;
import threeline.promises.charter.Charter;

/** Tells the desk's own people, each in the way that suits them: in the app, by a mail, or by a digest later. */
@Component
class Messenger {

    private final Agents agents;
    private final Principals principals;
    private final Habits habits;
    private final Words words;
    private final Digests digests;
    private final StaffMail mail;
    private final Live live;
    private final InstantSource time;

    Messenger(
            Agents agents,
            Principals principals,
            Habits habits,
            Words words,
            Digests digests,
            StaffMail mail,
            Live live,
            InstantSource time) {
        this.agents = agents;
        this.principals = principals;
        this.habits = habits;
        this.words = words;
        this.digests = digests;
        this.mail = mail;
        this.live = live;
        this.time = time;
    }

    /** Tells them in this transaction, and gives back the mails that leave with it. */
    List<Outbox.Letter> tell(Map<Happened, Audience> audiences, Charter charter) {
        var people = audiences.values().stream()
                .flatMap(it -> it.people().keySet().stream())
                .map(Crew.Member::id)
                .collect(Collectors.toSet());
        if (people.isEmpty()) {
            return List.of();
        }
        var fresh = fresh(audiences, charter, habits.of(people));
        words.add(fresh.words());
        digests.plan(fresh.words());
        tellPages(fresh.words().stream().map(Words.New::agent).collect(Collectors.toSet()));
        return mail.write(fresh.mails(), charter);
    }

    private record Fresh(List<Words.New> words, List<StaffMail.Single> mails) {}

    private Fresh fresh(Map<Happened, Audience> audiences, Charter charter, Map<AgentId, Habit> known) {
        var fresh = new Fresh(new ArrayList<>(), new ArrayList<>());
        var actors = agents.all(actors(audiences.keySet()));
        audiences.forEach((it, audience) -> audience.people().forEach((member, ways) -> {
            var habit = known.getOrDefault(member.id(), Habit.USUAL);
            var language = Language.of(member.language(), charter.desk().language());
            var line = new Lines(charter, actors, language).of(it);
            var notice = it.notice();
            var manner = allowed(
                    member, from -> habit.manner(notice.what(), ways, notice.isGathered(), from, charter.zone()));
            switch (manner) {
                case Habit.Manner.Untold() -> {}
                case Habit.Manner.Shown() -> fresh.words().add(new Words.New(member.id(), it, line, null));
                case Habit.Manner.Mailed() -> {
                    fresh.words().add(new Words.New(member.id(), it, line, null));
                    fresh.mails().add(new StaffMail.Single(member.agent(), it, line, language));
                }
                case Habit.Manner.Kept(var until) -> fresh.words().add(new Words.New(member.id(), it, line, until));
            }
        }));
        return fresh;
    }

    /** Whoever is off watch has no right to what is told: it is shown to them, and mailed, from when their watch begins. */
    private Habit.Manner allowed(Crew.Member member, Function<Instant, Habit.Manner> from) {
        var off = principals.of(member.agent()).offWatch();
        if (off == null) {
            return from.apply(time.instant());
        }
        var begins = off.beginsAt();
        return from.apply(begins == null ? time.instant() : begins).notBefore(begins);
    }

    private static Set<AgentId> actors(Set<Happened> all) {
        var actors = new HashSet<AgentId>();
        for (var it : all) {
            if (it.entry().author() instanceof Author.OfAgent(var id)) {
                actors.add(id);
            }
        }
        return actors;
    }

    /** Open pages hear of it when it can be read. */
    private void tellPages(Set<AgentId> told) {
        var tenant = Tenant.current().id();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.forEach(agent -> live.tell(tenant, "told-" + agent.value()));
            }
        });
    }
}
