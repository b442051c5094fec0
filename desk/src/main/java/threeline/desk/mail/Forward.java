package threeline.desk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import threeline.desk.content.Spool;

/** A mail that somebody passed on: who wrote it first, and what; {@code above} is what the one who passed it on said. */
public record Forward(MailAddress sender, String subject, String text, List<Attachment> attachments, String above) {

    private static final int MOST_HEADER_LINES = 12;
    private static final int MOST_BEFORE = 5;

    /** Nobody passes on a mail below so many lines of their own. */
    private static final int MOST_LINES = 2_000;

    private static final Pattern FIELD = Pattern.compile("[>*\\s]{0,8}([^:*\\n]{1,24})\\*?[:：]\\*?\\s*(\\S.*)");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\\[\\]()\",;:]{1,64}@[^\\s<>\\[\\]()\",;:]{1,255}");

    /** What was passed on, as an attached mail or within the text; to be read for as long as the spool is there. */
    public static Optional<Forward> in(IncomingMail mail, Spool spool) {
        return attached(mail, spool).or(() -> within(mail));
    }

    private static Optional<Forward> attached(IncomingMail mail, Spool spool) {
        return mail.attachments().stream()
                .filter(it -> it.type().equals("message/rfc822"))
                .flatMap(it -> MimeReader.read(it.content(), spool) instanceof Reading.Read(var inner)
                        ? inner.from().map(from -> of(from, inner, mail.text())).stream()
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    private static Forward of(MailAddress from, IncomingMail inner, String above) {
        return new Forward(from, inner.subject(), inner.text(), inner.attachments(), above);
    }

    /** A block of header lines in the text, with an address and a subject, and after it what was written. */
    private static Optional<Forward> within(IncomingMail mail) {
        var lines = mail.text().lines().toList();
        for (var at = 0; at < Math.min(lines.size(), MOST_LINES); at++) {
            var sender = field(lines.get(at), Phrasebook.FROM).flatMap(Forward::address);
            if (sender.isPresent()) {
                var found = block(mail, lines, at, sender.get());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Forward> block(IncomingMail mail, List<String> lines, int from, MailAddress sender) {
        var start = from;
        while (start > Math.max(0, from - MOST_BEFORE)
                && FIELD.matcher(lines.get(start - 1)).matches()) {
            start--;
        }
        var subject = Optional.<String>empty();
        var end = start;
        while (end < lines.size()
                && end - start < MOST_HEADER_LINES
                && !lines.get(end).isBlank()) {
            subject = subject.isPresent() ? subject : field(lines.get(end), Phrasebook.SUBJECT);
            end++;
        }
        var above = lines.subList(0, start);
        var below = lines.subList(end, lines.size());
        return subject.map(it ->
                new Forward(sender, it, String.join("\n", below).strip(), mail.attachments(), withoutMarker(above)));
    }

    private static Optional<String> field(String line, Set<String> names) {
        var matcher = FIELD.matcher(line);
        return matcher.matches() && names.contains(matcher.group(1).strip().toLowerCase(Locale.ROOT))
                ? Optional.of(matcher.group(2).strip())
                : Optional.empty();
    }

    private static Optional<MailAddress> address(String value) {
        var matcher = ADDRESS.matcher(value.replaceFirst("(?i)mailto:", ""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var name = value.substring(0, Math.max(0, Math.min(matcher.start(), value.length())))
                .replaceAll("[<>\"\\[\\]*]", "")
                .strip();
        return Optional.of(new MailAddress(matcher.group(), HeaderText.withoutControls(name)))
                .filter(MailAddress::isUsable);
    }

    /** Without the dashes that say that something is passed on. */
    private static String withoutMarker(List<String> above) {
        var kept = new ArrayList<>(above);
        while (!kept.isEmpty() && (kept.getLast().isBlank() || isMarker(kept.getLast()))) {
            kept.removeLast();
        }
        return String.join("\n", kept).strip();
    }

    private static boolean isMarker(String line) {
        return line.strip().matches("(?:[-_]{3,}.*|(?:Begin forwarded message|Anfang der weitergeleiteten.*):?)");
    }
}
