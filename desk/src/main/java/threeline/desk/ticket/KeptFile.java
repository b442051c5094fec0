package threeline.desk.ticket;

import threeline.desk.content.Content;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** A file of a timeline, and whether it may be given out. */
public record KeptFile(String name, String type, Content content, Inspection inspection) {

    public boolean isFree() {
        return inspection instanceof Inspection.Free;
    }

    /** Goes on if it may be given out, and tells why not otherwise. */
    public void requireFree() {
        switch (inspection) {
            case Inspection.Free() -> {}
            case Inspection.Held(var why) ->
                throw held(
                        why == null
                                ? "This file is being looked at by the virus scanner. Try again in a moment."
                                : "This file is held, since the virus scanner can't look at it now. Tell who runs the desk.");
            case Inspection.Refused(var found) ->
                throw held("The virus scanner found %s in this file. It is not given out.".formatted(found));
        }
    }

    private static ProblemException held(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
