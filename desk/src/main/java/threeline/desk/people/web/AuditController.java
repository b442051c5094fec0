package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.audit.Check;
import threeline.desk.audit.Export;
import threeline.desk.audit.Head;
import threeline.desk.audit.Noted;
import threeline.desk.audit.Trail;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The desk's audit trail: read, checked, and taken along. */
@Controller
@May(Action.SEE_AUDIT)
@RequestMapping("/audit")
class AuditController {

    private static final int PAGE = 100;

    private final Trail trail;
    private final Check check;
    private final Export export;

    AuditController(Trail trail, Check check, Export export) {
        this.trail = trail;
        this.check = check;
        this.export = export;
    }

    @GetMapping
    String read(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") long before, Model model) {
        return page(q, before, model, null);
    }

    /** By POST, since it reads all of the trail. */
    @PostMapping("/check")
    String check(@RequestParam(defaultValue = "") String head, Model model) {
        var known = head.isBlank() ? null : Head.parse(head).orElseThrow(AuditController::noHead);
        return page("", 0, model, check.run(known, _ -> {}));
    }

    /** By POST too, so that it is noted. */
    @PostMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-audit.ndjson\""
                        .formatted(Tenant.current().slug()));
        export.write(response.getOutputStream());
    }

    private String page(String q, long before, Model model, Check.@Nullable Result result) {
        var lines = trail.before(before > 0 ? before : Long.MAX_VALUE, q.strip(), PAGE);
        model.addAttribute("view", new AuditView(lines, q.strip(), trail.head(), result, older(lines)));
        return "people/audit";
    }

    private static @Nullable Long older(List<Noted> lines) {
        return lines.size() < PAGE ? null : lines.getLast().seq();
    }

    private static ProblemException noHead() {
        return new ProblemException(new Problem.Invalid(
                new Problem.Fault("head", "What you kept of the trail's end is written 123:0a1b…, with 64 digits.")));
    }
}
