package threeline.promises.charter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Limit;

/** How the desk works: what tickets wait for, acts that meet promises and by whom, stages, closing, who is told. */
public record Practice(
        Map<String, Hold> holds,
        Map<String, List<String>> acts,
        List<Stage> process,
        @Nullable Limit closeAfter,
        Map<String, List<Notification>> notifications) {

    public Practice {
        process = List.copyOf(process);
    }
}
