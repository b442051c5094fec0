package threeline.testing;

import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;

/** What a mail says, as its reader sees it. */
public final class Mails {

    private Mails() {}

    /** Where an answer to it goes. */
    public static String replyTo(TestRelay.Mail mail) {
        return switch (MimeReader.read(mail.raw())) {
            case Reading.Read(var read) ->
                read.headers()
                        .first("reply-to")
                        .map(it -> it.replaceAll(".*<|>.*", ""))
                        .orElseThrow();
            case Reading.Unreadable(var why) -> throw new AssertionError(why);
        };
    }

    /** Its subject, then its words. */
    public static String text(TestRelay.Mail mail) {
        return switch (MimeReader.read(mail.raw())) {
            case Reading.Read(var read) -> read.subject() + "\n" + read.text();
            case Reading.Unreadable(var why) -> throw new AssertionError(why);
        };
    }
}
