package threeline.desk.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's requests, some at a time. @param older where the next ones are; null where there are none */
public record ListView(
        Page page,
        List<RequestRow> requests,
        boolean open,
        @Nullable String older) {}
