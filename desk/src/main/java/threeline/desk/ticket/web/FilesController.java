package threeline.desk.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.Principals;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.Writer;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.FilePasses;
import threeline.desk.ticket.KeptFile;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Download;
import threeline.desk.web.Unasked;

/**
 * Where files are had: beside all desks, so that no cookie comes along; to be kept and never to be shown. Whether whoever
 * the pass was for is still signed in and may still have the file is asked anew.
 */
@Controller
@Unasked("the pass in the address is asked for")
class FilesController {

    private final FilePasses passes;
    private final Timeline timeline;
    private final Principals principals;
    private final Tenants tenants;

    FilesController(FilePasses passes, Timeline timeline, Principals principals, Tenants tenants) {
        this.passes = passes;
        this.timeline = timeline;
        this.principals = principals;
        this.tenants = tenants;
    }

    @GetMapping("/files/{slug}/{secret}")
    void read(@PathVariable String slug, @PathVariable String secret, HttpServletResponse response) throws IOException {
        var tenant = tenants.find(slug);
        if (tenant.isEmpty() || !isGiven(tenant.get(), secret, response)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A file of many pieces is still being read while it is sent, so all of that is done at its desk. */
    private boolean isGiven(Tenant tenant, String secret, HttpServletResponse response) throws IOException {
        try {
            return tenant.callOrThrow(() -> {
                var file = passes.open(secret).flatMap(this::file);
                if (file.isPresent()) {
                    give(file.get(), response);
                }
                return file.isPresent();
            });
        } catch (IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Sight.restore();
        }
    }

    private Optional<KeptFile> file(FilePasses.Pass pass) {
        return principals
                .find(pass.session())
                .filter(FilesController::maySee)
                .filter(who -> seesEntry(who, pass))
                .flatMap(_ -> Sight.whole(() -> timeline.file(pass.ticket(), pass.entry(), pass.place())))
                .filter(KeptFile::isFree);
    }

    private static boolean maySee(Principal who) {
        return switch (who) {
            case Actor _ -> Rights.may(who, Action.SEE_TICKETS, new Rights.Thing.OfDesk());
            case Asker _ -> Rights.may(who, Action.SEE_REQUESTS, who.own());
            case Writer _ -> false;
        };
    }

    /** Whether it is for whoever asks to read was found out when the pass was made; whether they still see it, is now. */
    private boolean seesEntry(Principal who, FilePasses.Pass pass) {
        Principals.seeAs(who);
        return !timeline.entries(List.of(new Timeline.Place(pass.ticket(), pass.entry())))
                .isEmpty();
    }

    private static void give(KeptFile file, HttpServletResponse response) throws IOException {
        try (var in = file.content().open()) {
            new Download(FileNames.tidy(file.name()), file.content().size()).send(in, response);
        }
    }
}
