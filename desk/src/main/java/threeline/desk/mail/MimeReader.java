package threeline.desk.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import threeline.desk.content.StorageTrouble;

/** Reads a mail from its bytes. Whatever the bytes are, it answers with what can be read, or why nothing can. */
public final class MimeReader {

    public static final int LARGEST_MAIL = 150 * 1024 * 1024;

    private static final int LARGEST_HEADER = 256 * 1024;
    private static final int LONGEST_LINE = 1024 * 1024;
    private static final int MOST_FIELDS = 2_000;

    private static final MimeConfig BUDGETS = MimeConfig.custom()
            .setMaxHeaderLen(LARGEST_HEADER)
            .setMaxHeaderCount(MOST_FIELDS)
            .setMaxLineLen(LONGEST_LINE)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(true)
            .build();

    private MimeReader() {}

    /** One that is in hand. */
    public static Reading read(byte[] raw) {
        return read(Content.of(raw), Spool.inHand());
    }

    /** What it brings along can be read for as long as the spool is there. */
    public static Reading read(Content raw, Spool spool) {
        if (raw.size() > LARGEST_MAIL) {
            return new Reading.Unreadable("larger than 150 MB");
        }
        var content = new MailContent(LARGEST_HEADER, spool);
        try {
            walk(raw, content);
            return content.reading(null);
        } catch (OverBudget | MaxHeaderLimitException | MaxHeaderLengthLimitException | MaxLineLimitException e) {
            return new Reading.Unreadable("over a limit: " + e.getMessage());
        } catch (StorageTrouble e) {
            throw new UncheckedIOException(e); // that is not the mail's fault
        } catch (MimeException | IOException | RuntimeException | StackOverflowError e) {
            return content.reading(
                    "broken at some point (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    /** Only who sent it to whom; empty where not even that can be read. */
    public static Optional<IncomingMail.Senders> senders(Content raw) {
        return header(raw).map(MailContent::senders);
    }

    /** Its header as it came; empty where not even that can be read. */
    public static Headers headers(Content raw) {
        return header(raw).map(MailContent::headers).orElse(new Headers(List.of()));
    }

    private static Optional<MailContent> header(Content raw) {
        var content = new MailContent(LARGEST_HEADER, Spool.inHand());
        var tokens = new MimeTokenStream(BUDGETS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            tokens.parse(raw.open());
            for (var state = tokens.getState(); state != EntityState.T_END_HEADER; state = tokens.next()) {
                content.take(state, tokens);
            }
            return Optional.of(content);
        } catch (MimeException | IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static void walk(Content raw, MailContent content) throws IOException, MimeException {
        var lines = new LineEnds(raw.open());
        var tokens = tokens(new Doubts(content.ambiguities()));
        tokens.parse(lines);
        for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            content.take(state, tokens);
        }
        if (lines.isMixed()) {
            content.ambiguities().add(Ambiguity.MIXED_LINES);
        }
    }

    /** The one parser; what it finds is what is kept, scanned and shown. */
    static MimeTokenStream tokens(DecodeMonitor monitor) {
        var tokens = new MimeTokenStream(BUDGETS, monitor, null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        return tokens;
    }

    /** A mail asks for more than one mail may. */
    static final class OverBudget extends RuntimeException {

        OverBudget(String what) {
            super(what);
        }
    }
}
