package threeline.desk.contract.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Previews;
import threeline.desk.people.AgentId;

/** Somebody's preview, a page of its tickets at a time. */
@Component
class PreviewPages {

    private final Previews previews;
    private final Charters charters;
    private final CharterPages pages;

    PreviewPages(Previews previews, Charters charters, CharterPages pages) {
        this.previews = previews;
        this.charters = charters;
        this.pages = pages;
    }

    Optional<PreviewView> find(AgentId agent, int page) {
        var words = new PreviewWords(charters.current().charter(), pages);
        return previews.of(agent).map(it -> PreviewView.of(it, previews.lines(agent, page), page, words));
    }
}
