package threeline.desk.ticket;

import static java.util.stream.Collectors.toSet;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.contract.ReleaseMoved;

/** Has tickets follow a release that got another date. */
@Component
class ReleasesFollow {

    private final ManyStories many;
    private final Charters charters;

    ReleasesFollow(ManyStories many, Charters charters) {
        this.many = many;
        this.charters = charters;
    }

    /** Whatever may hang on it is judged anew at once, by the sweep. */
    @EventListener
    void on(ReleaseMoved moved) {
        var severities = charters.versions().stream()
                .flatMap(version -> ByRelease.severities(version.charter()))
                .collect(toSet());
        many.wakeUnresolved(severities, moved.move().at());
    }
}
