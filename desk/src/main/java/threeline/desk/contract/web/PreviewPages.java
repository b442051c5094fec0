package threeline.desk.contract.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterDesk;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Preview;
import threeline.desk.contract.Previews;
import threeline.desk.people.AgentId;

/** Somebody's preview, a page of its tickets at a time. */
@Component
class PreviewPages {

    private final Previews previews;
    private final Charters charters;
    private final CharterDesk desk;
    private final CharterPages pages;

    PreviewPages(Previews previews, Charters charters, CharterDesk desk, CharterPages pages) {
        this.previews = previews;
        this.charters = charters;
        this.desk = desk;
        this.pages = pages;
    }

    Optional<PreviewView> find(AgentId agent, int page) {
        var words = new PreviewWords(charters.current().charter(), pages);
        return previews.of(agent)
                .map(it -> PreviewView.of(it, previews.lines(agent, page), page, words)
                        .dropping(drops(it)));
    }

    /** Once it is worked out, or could not be, which may be for this. */
    private @Nullable String drops(Preview preview) {
        if (preview.outlook() == null && preview.failure() == null) {
            return null;
        }
        var next = charters.supposed(preview.text(), preview.inForceAt());
        var drops = desk.drops(next.charter());
        return drops.isEmpty() ? null : drops.told();
    }
}
