package threeline.desk.contract.web;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterVersions;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Draft;
import threeline.desk.contract.Drafts;
import threeline.desk.contract.web.CharterTabs.ComingView;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Rights;
import threeline.desk.web.Moments;

/** What all pages of the charter share. */
@Component
class CharterPages {

    private final Charters charters;
    private final CharterVersions versions;
    private final Drafts drafts;
    private final InstantSource time;

    CharterPages(Charters charters, CharterVersions versions, Drafts drafts, InstantSource time) {
        this.charters = charters;
        this.versions = versions;
        this.drafts = drafts;
        this.time = time;
    }

    CharterTabs tabs(Actor actor) {
        var current = charters.current();
        var coming = versions.coming()
                .map(it -> new ComingView(
                        it.number(),
                        when(it.inForceAt()),
                        it.put().by(),
                        it.put().why()));
        return new CharterTabs(
                current.number(),
                when(current.inForceAt()),
                mayChange(actor),
                drafts.of(actor.agent().id())
                        .map(Draft::savedAt)
                        .map(this::when)
                        .orElse(null),
                coming.orElse(null),
                versions.all().size());
    }

    static boolean mayChange(Actor actor) {
        return Rights.may(actor, Action.CHANGE_CHARTER, new Rights.Thing.OfDesk());
    }

    Moments moments() {
        return new Moments(charters.current().charter().zone(), time.instant());
    }

    /** {@code today 14:09}, {@code Mon 2 Nov 00:00} */
    String when(Instant at) {
        var moments = moments();
        return moments.date(at) + " " + moments.clock(at);
    }
}
