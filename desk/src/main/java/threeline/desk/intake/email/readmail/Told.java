package threeline.desk.intake.email.readmail;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import threeline.desk.intake.email.screening.Facts;
import threeline.desk.intake.email.screening.Screening;
import threeline.desk.intake.email.screening.Verdict;
import threeline.desk.mail.Ambiguity;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Portions;
import threeline.desk.mail.Reading;
import threeline.desk.mail.ReplyKey;

/** What is told of one mail, in the order in which it is told. */
final class Told {

    private static final UUID NO_DESK = new UUID(0, 0);

    private Told() {}

    static Map<String, @Nullable Object> of(String file, Content raw, Spool spool) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("file", file);
        switch (MimeReader.read(raw, spool)) {
            case Reading.Unreadable(var reason) -> told.put("unreadable", reason);
            case Reading.Read(var mail) -> tell(mail, told);
        }
        return told;
    }

    private static void tell(IncomingMail mail, Map<String, @Nullable Object> told) {
        var portions = Portions.of(mail);
        var senders = mail.senders();
        told.put("from", mail.from().map(Told::address).orElse(null));
        told.put("to", senders.to().stream().map(Told::address).toList());
        told.put("cc", senders.cc().stream().map(Told::address).toList());
        told.put("subject", mail.subject());
        told.put("visibleText", portions.visible());
        told.put("quotedText", portions.quoted());
        told.put("signature", portions.signature());
        told.put("attachments", mail.attachments().stream().map(Told::file).toList());
        told.put("verdict", verdict(mail));
        told.put("thread", thread(mail));
        if (!mail.ambiguities().isEmpty()) {
            told.put(
                    "ambiguous",
                    mail.ambiguities().stream().sorted().map(Ambiguity::words).toList());
        }
        if (mail.damage() != null) {
            told.put("damage", mail.damage());
        }
    }

    private static Map<String, Object> address(MailAddress it) {
        return ordered("address", it.address(), "name", it.name());
    }

    private static Map<String, Object> file(Attachment it) {
        var told = ordered("name", it.name(), "type", it.type());
        told.put("size", it.content().size());
        told.put("sha256", HexFormat.of().formatHex(it.content().sha256()));
        return told;
    }

    private static Map<String, Object> thread(IncomingMail mail) {
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "messageId",
                mail.thread().messageId() == null ? "" : mail.thread().messageId());
        told.put("answers", mail.thread().before());
        told.put("keys", keys(mail));
        return told;
    }

    /** Keys of ours: which ticket each names. */
    private static List<String> keys(IncomingMail mail) {
        var senders = mail.senders();
        var addresses = Stream.concat(senders.to().stream(), senders.cc().stream())
                .flatMap(it -> ReplyKey.inAddress(it.address()).stream());
        var answered = mail.thread().before().stream().flatMap(it -> ReplyKey.inMessageId(it).stream());
        return Stream.concat(addresses, answered)
                .map(ReplyKey::about)
                .distinct()
                .toList();
    }

    /** Without an envelope, what a server wrote of it into the header; a mail that has none came from its sender. */
    private static Map<String, Object> verdict(IncomingMail mail) {
        var from = mail.from().map(MailAddress::address).orElse("unknown");
        var path = mail.headers()
                .first("return-path")
                .map(it -> it.replaceAll("[<>\\s]", ""))
                .orElse(from);
        return switch (Screening.judge(new Facts(mail, path, NO_DESK, Set.of()))) {
            case Verdict.Accept() -> ordered("kind", "person", "why", "");
            case Verdict.Quietly(var why) -> ordered("kind", "machine", "why", why);
            case Verdict.Echo(var of, var why) ->
                ordered("kind", of == Verdict.Of.REPORT ? "bounce" : "auto-reply", "why", why);
            case Verdict.Ignore(var why) -> ordered("kind", "own", "why", why);
            case Verdict.Quarantine(var why) -> ordered("kind", "quarantine", "why", why);
        };
    }

    private static Map<String, Object> ordered(String one, String first, String other, String second) {
        var map = new LinkedHashMap<String, Object>();
        map.put(one, first);
        map.put(other, second);
        return map;
    }
}
