package threeline.desk.ticket;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Has files looked at before they are taken, where whoever sends them is still there to be told; they may go out at once. */
@Component
public class FileDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);

    private final Scanner scanner;
    private final Inspections inspections;

    FileDoor(Scanner scanner, Inspections inspections) {
        this.scanner = scanner;
        this.inspections = inspections;
    }

    /** The same message; refused with a {@link Problem} where a file of it is bad or can't be looked at. */
    public NewMessage admit(NewMessage message) {
        if (scanner.isThere()) {
            message.attachments().forEach(this::admit);
        }
        return message;
    }

    /** What is kept as it came, such as a mail with all that is in it, just before it is given out. */
    public void requireFree(Content content) {
        if (scanner.isThere()) {
            try {
                var found = scanner.finds(content);
                if (found.isPresent()) {
                    throw new ProblemException(new Problem.Conflict(
                            "The virus scanner found %s in it, so it is not given out.".formatted(found.get())));
                }
            } catch (IOException failed) {
                LOG.warn("something is not given out, since it can't be looked at: {}", failed.getMessage());
                throw new ProblemException(
                        new Problem.Conflict("The virus scanner can't look at it now. Try again later."));
            }
        }
    }

    private void admit(NewAttachment file) {
        try {
            var found = scanner.finds(file.content());
            if (found.isPresent()) {
                throw new ProblemException(new Problem.Invalid(new Problem.Fault(
                        "attachments",
                        "The virus scanner found %s in %s. Leave it out.".formatted(found.get(), file.name()))));
            }
            inspections.cleared(file.content().sha256());
        } catch (IOException failed) {
            LOG.warn("a file is not taken, since it can't be looked at: {}", failed.getMessage());
            throw new ProblemException(
                    new Problem.Conflict("The virus scanner can't look at %s now. Leave it out, or try again later."
                            .formatted(file.name())));
        }
    }
}
