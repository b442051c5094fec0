package threeline.desk.intake.email.web;

import threeline.desk.intake.email.Quarantine;
import threeline.desk.web.Moments;

/** A letter in quarantine, in the words of its page. */
public record HeldView(long id, String received, String from, String to, String size, String reason) {

    private static final int KILO = 1024;

    static HeldView of(Quarantine.Held it, Moments moments) {
        return new HeldView(
                it.id(),
                moments.brief(it.receivedAt()),
                it.returnPath().isEmpty() ? "nobody (no return path)" : it.returnPath(),
                it.mailbox(),
                it.size() < KILO ? it.size() + " B" : it.size() / KILO + " KB",
                it.reason());
    }
}
