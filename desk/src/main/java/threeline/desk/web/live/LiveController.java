package threeline.desk.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Unasked;

/**
 * The stream of what is new. Its thread is a virtual one and may wait: at most four seconds, then it makes sure that
 * whoever listens is still there, still signed in, and still may.
 */
@Controller
@Unasked("whoever sees tickets, which is asked at each beat, hears that something happened, and what where they see it")
class LiveController {

    private static final Duration BEAT = Duration.ofSeconds(4);

    private final Live live;
    private final ObjectProvider<StillThere> doorkeeper;

    LiveController(Live live, ObjectProvider<StillThere> doorkeeper) {
        this.live = live;
        this.doorkeeper = doorkeeper;
    }

    @GetMapping("/live")
    void listen(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        var listener = live.listen(Tenant.current().id());
        try {
            write(out, "retry: 3000\n: welcome\n\n");
            while (!listener.isOver() && isStillThere(request)) {
                tell(out, listener.await(BEAT));
            }
            write(out, "event: bye\ndata:\n\n");
        } finally {
            live.leave(listener);
        }
    }

    private boolean isStillThere(HttpServletRequest request) {
        return doorkeeper.stream().allMatch(it -> it.isStillThere(request));
    }

    private static void tell(OutputStream out, Listener.News news) throws IOException {
        write(out, news.something() ? "event: news\ndata: %s\n\n".formatted(names(news)) : ": beat\n\n");
    }

    /** Who sees a part of the desk alone hears that there was something, and nothing of which. */
    private static String names(Listener.News news) {
        return Sight.isNarrow() ? "" : String.join(",", news.names());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
