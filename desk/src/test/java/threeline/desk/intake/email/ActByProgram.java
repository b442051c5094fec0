package threeline.desk.intake.email;

import java.util.Map;
import threeline.promises.keeping.Act;
import threeline.testing.Program;

/** What an agent does to a ticket, done by a program. */
final class ActByProgram {

    private ActByProgram() {}

    static Program.Told does(Program program, long ticket, Act act) {
        var path = "/tickets/" + ticket;
        return switch (act) {
            case Act.Replied _ -> program.post(path + "/replies", "{\"text\": \"We see.\"}");
            case Act.Noted _ -> program.post(path + "/notes", "{\"text\": \"Hm.\"}");
            case Act.Held it -> program.post(path + "/hold", json(Map.of("hold", it.hold())));
            case Act.Resumed _ -> program.call("DELETE", path + "/hold", null);
            case Act.SeverityChanged it -> program.call("PUT", path + "/severity", json(Map.of("severity", it.to())));
            case Act.Resolved _ -> program.post(path + "/resolution", "{\"because\": \"a known fix\"}");
            case Act.Reopened _ -> program.call("DELETE", path + "/resolution", null);
            default -> program.post(path + "/acts", json(body(act)));
        };
    }

    private static Map<String, Object> body(Act act) {
        return switch (act) {
            case Act.Contacted _ -> Map.of("act", "voicemail", "channel", "phone");
            case Act.Called it -> Map.of("act", "call", "reached", it.reached());
            case Act.Logged it -> Map.of("act", "log", "spent", it.spent().toMinutes() + "m");
            case Act.Escalated it -> Map.of("act", "escalate", "to", it.to(), "because", it.because());
            case Act.Returned it -> Map.of("act", "return", "to", it.to(), "because", it.because());
            case Act.Consulted it -> Map.of("act", "consult", "whom", it.tier());
            case Act.Extended it ->
                Map.of("act", "extend", "more", it.more().toString(), "timebox", it.timebox(), "because", "judged");
            case Act.Assigned it -> Map.of("act", "assign", "group", it.group());
            case Act.Accepted _ -> Map.of("act", "accept");
            case Act.Did it -> done(it.what());
            case Act.VendorAsked it -> Map.of("act", "vendor", "vendor", it.vendor());
            case Act.VendorReplied _ -> Map.of("act", "vendor-reply");
            case Act.Closed _ -> Map.of("act", "close");
            default -> throw new IllegalArgumentException("not played yet: " + act);
        };
    }

    private static Map<String, Object> done(String what) {
        return switch (what) {
            case "workaround" -> Map.of("act", "workaround");
            case "fix-date" -> Map.of("act", "fix-date", "on", "2027-02-18");
            default -> Map.of("act", "done", "what", what);
        };
    }

    private static String json(Object value) {
        return Program.JSON.writeValueAsString(value);
    }
}
