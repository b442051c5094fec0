package threeline.desk.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.audit.Check;
import threeline.desk.audit.Head;
import threeline.desk.audit.Noted;

/** A page of the trail, where it ends, and what its check found, if one was asked for. */
public record AuditView(
        List<Noted> lines,
        String query,
        Head head,
        Check.@Nullable Result result,
        @Nullable Long older) {

    public AuditView {
        lines = List.copyOf(lines);
    }
}
