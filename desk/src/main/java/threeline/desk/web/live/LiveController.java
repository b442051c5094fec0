package threeline.desk.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Unasked;
import threeline.desk.web.live.Listener.News;

/**
 * The stream of what is new. Its thread is a virtual one and may wait: at most four seconds, then it makes sure that
 * whoever listens is still there. Before each word it does, and that they may hear it. That there was something, of too much
 * to be told apart, only who sees the whole desk is told.
 */
@Controller
@Unasked(
        "what a stream needs stands beside the table of rights, which is below this floor, and is asked before each word")
class LiveController {

    private static final Duration BEAT = Duration.ofSeconds(4);

    /** Of more it is said that there was something, and whoever listens looks at all that they see. */
    private static final int MOST_NAMED = 200;

    private final Live live;
    private final ObjectProvider<StillThere> doorkeeper;
    private final ObjectProvider<Earshot> earshot;

    LiveController(Live live, ObjectProvider<StillThere> doorkeeper, ObjectProvider<Earshot> earshot) {
        this.live = live;
        this.doorkeeper = doorkeeper;
        this.earshot = earshot;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void listen(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        var listener = live.listen(Tenant.current().id());
        var pulse = new Pulse(BEAT);
        try {
            write(out, "retry: 3000\n: welcome\n\n");
            for (var news = News.NONE; isStillThere(request, listener); news = listener.await(pulse.left())) {
                tell(out, news, pulse);
            }
            write(out, listener.isOver() ? "event: over\ndata:\n\n" : "event: bye\ndata:\n\n");
        } finally {
            live.leave(listener);
        }
    }

    private boolean isStillThere(HttpServletRequest request, Listener listener) {
        return !listener.isOver() && doorkeeper.stream().allMatch(it -> it.isStillThere(request));
    }

    private void tell(OutputStream out, News news, Pulse pulse) throws IOException {
        var heard = heard(news.names());
        if (news.ofAny() && !Sight.isNarrow() || !heard.isEmpty()) {
            var named = heard.size() > MOST_NAMED ? Set.<String>of() : heard;
            write(out, "event: news\ndata: %s\n\n".formatted(String.join(",", named)));
        }
        if (pulse.beats()) {
            write(out, ": beat\n\n");
        }
    }

    private Set<String> heard(Set<String> names) {
        var heard = names;
        for (var each : earshot) {
            heard = each.within(heard);
        }
        return heard;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
