package threeline.desk.intake.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;

/** An act of the charter, all but the ticket that it is done to. */
interface NewAct {

    int LONGEST_WORD = 60;
    int LONGEST_REASON = 500;
    int LONGEST_SUBJECT = 200;

    List<String> ACTS = List.of(
            "call",
            "voicemail",
            "log",
            "escalate",
            "return",
            "consult",
            "extend",
            "assign",
            "accept",
            "workaround",
            "fix-date",
            "done",
            "advance",
            "skip",
            "vendor",
            "vendor-reference",
            "vendor-reply",
            "remind",
            "merge",
            "close");

    Ticket on(TicketDesk desk, TicketNumber number, AgentId by);

    /** Reads {@code act} and what stands beside it; words beside any act are its {@code text}. */
    static NewAct read(Fields in) {
        var name = in.text("act", LONGEST_WORD);
        var text = in.optionalText("text", Messages.LONGEST_TEXT);
        var message = text == null || text.isBlank() ? null : NewMessage.of(text);
        return switch (name) {
            case "voicemail" -> voicemail(in, message);
            case "vendor" -> vendor(in, text);
            case "merge" -> merge(in);
            default -> {
                var act = act(name, in);
                yield (desk, number, by) -> desk.does(number, act, message, by);
            }
        };
    }

    /** What a vendor is written: these words, under this subject, and nothing else of the ticket. */
    private static NewAct vendor(Fields in, @Nullable String text) {
        var asked = new TicketEvent.VendorAsked(word(in, "vendor"));
        var subject = in.optionalText("subject", LONGEST_SUBJECT);
        var letter =
                text == null && subject == null ? null : new NewMessage(subject, text == null ? "" : text, List.of());
        return (desk, number, by) -> desk.does(number, asked, letter, by);
    }

    private static NewAct voicemail(Fields in, @Nullable NewMessage message) {
        var channel = in.optionalText("channel", LONGEST_WORD);
        var spoken = message == null ? NewMessage.of("(a voicemail)") : message;
        return (desk, number, _) -> desk.voicemail(number, spoken, channel == null ? "phone" : channel);
    }

    private static NewAct merge(Fields in) {
        var into = in.numberOrNull("into");
        if (into == null) {
            in.fault("into", "Send the number of the ticket that goes on.");
            return (_, _, _) -> {
                throw new IllegalStateException("a fault was noted");
            };
        }
        return (desk, number, by) -> desk.merge(number, new TicketNumber(into), by);
    }

    private static TicketEvent.Act act(String act, Fields in) {
        return switch (act) {
            case "call" -> new TicketEvent.Called(in.flag("reached", true));
            case "log" -> new TicketEvent.Logged(spent(in));
            case "escalate" -> new TicketEvent.Escalated(word(in, "to"), word(in, "because"));
            case "return" -> new TicketEvent.Returned(word(in, "to"), reason(in));
            case "consult" -> new TicketEvent.Consulted(word(in, "whom"));
            case "extend" -> new TicketEvent.Extended(word(in, "more"), in.flag("timebox", false), reason(in));
            case "assign" -> new TicketEvent.Routed(word(in, "group"));
            case "accept" -> new TicketEvent.Accepted();
            case "workaround" -> new TicketEvent.Did("workaround", null);
            case "fix-date" -> new TicketEvent.Did("fix-date", date(in));
            case "done" -> new TicketEvent.Did(word(in, "what"), null);
            case "advance" -> new TicketEvent.Advanced(word(in, "stage"));
            case "skip" -> new TicketEvent.Skipped(word(in, "stage"), reason(in));
            case "vendor-reference" -> new TicketEvent.VendorReferred(in.line("reference", Messages.LONGEST_NAME));
            case "vendor-reply" -> new TicketEvent.VendorReplied();
            case "remind" ->
                new TicketEvent.ReminderSet(instant(in), word(in, "whom").equals("group"));
            case "close" -> new TicketEvent.Closed();
            default -> unknown(act, in);
        };
    }

    private static TicketEvent.Act unknown(String act, Fields in) {
        if (!act.isBlank()) {
            in.fault("act", "There is no act \"%s\"; there are: %s.".formatted(act, String.join(", ", ACTS)));
        }
        return new TicketEvent.Noted();
    }

    private static String word(Fields in, String name) {
        return in.text(name, LONGEST_WORD);
    }

    private static String reason(Fields in) {
        return in.line("because", LONGEST_REASON);
    }

    private static Duration spent(Fields in) {
        var text = word(in, "spent");
        try {
            return text.isBlank() ? Duration.ZERO : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException bad) {
            in.fault("spent", "\"%s\" is no length of time; send one such as 10m or 1h30m.".formatted(text));
            return Duration.ZERO;
        }
    }

    private static Instant instant(Fields in) {
        var text = word(in, "at");
        try {
            return text.isBlank() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException bad) {
            in.fault("at", "\"%s\" is no instant; send one such as 2026-12-10T09:00:00Z.".formatted(text));
            return Instant.EPOCH;
        }
    }

    private static @Nullable LocalDate date(Fields in) {
        var text = word(in, "on");
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException bad) {
            in.fault("on", "\"%s\" is no date; send one such as 2026-12-10.".formatted(text));
            return null;
        }
    }
}
