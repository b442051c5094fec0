package threeline.desk.intake.email;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Round;
import threeline.desk.tenant.Tenants;

/** Turns kept letters into tickets, at once after they came, with a few hands that never hold the same content. */
@Component
class MailRound implements DisposableBean {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int HANDS_A_DESK = 2;
    private static final int HANDS = 3;

    private final Letters letters;
    private final Mailroom mailroom;
    private final Tenants tenants;
    private final LetterBox letterBox;
    private final Semaphore hands = new Semaphore(HANDS, true);
    private final Round round = new Round("mail round", EVERY, this::go);

    MailRound(Letters letters, Mailroom mailroom, Tenants tenants, LetterBox letterBox) {
        this.letters = letters;
        this.mailroom = mailroom;
        this.tenants = tenants;
        this.letterBox = letterBox;
    }

    void ring() {
        round.ring();
    }

    void ringAfterCommit() {
        round.ringAfterCommit();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        round.start();
    }

    @Override
    public void destroy() {
        round.stop();
    }

    /** Reads all letters that are due. */
    void go() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : letters.tenantsWithLetters()) {
                var tenant = tenants.get(id);
                for (var hand = 0; hand < HANDS_A_DESK; hand++) {
                    var lanes = lanesOf(hand);
                    threads.execute(() -> tenant.run(() -> empty(lanes)));
                }
            }
        }
    }

    /** While letters pour in, one hand reads: those who bring them are to be rid of them first. */
    private void empty(List<Short> lanes) {
        var more = true;
        while (more) {
            var needed = letterBox.isPressed() ? HANDS : 1;
            hands.acquireUninterruptibly(needed);
            try {
                more = mailroom.settleSome(lanes);
            } finally {
                hands.release(needed);
            }
        }
    }

    private static List<Short> lanesOf(int hand) {
        return IntStream.range(0, NewLetter.LANES)
                .filter(lane -> lane % HANDS_A_DESK == hand)
                .mapToObj(lane -> (short) lane)
                .toList();
    }
}
