package threeline.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import threeline.testing.ProcurementDesk;

/** The log says where a trail ends, once for each end; what it said then shows a chain that was written anew. */
@ExtendWith(OutputCaptureExtension.class)
class EndRoundTest extends ProcurementDesk {

    @Autowired
    Trail trail;

    @BeforeEach
    void it_is_heard() { // tests hear warnings alone
        LoggingSystem.get(EndRound.class.getClassLoader()).setLogLevel("threeline.audit", LogLevel.INFO);
    }

    @Test
    void the_log_tells_each_end_once(CapturedOutput log) {
        var round = new EndRound(trail, tenants);
        write("one");
        var first = told(trail());
        round.go();
        round.go();
        assertThat(log.getOut()).containsOnlyOnce(first);
        write("another");
        var second = told(trail());
        round.go();
        assertThat(log.getOut()).containsOnlyOnce(first).containsOnlyOnce(second);
    }

    void write(String subject) {
        tenant.run(() -> trail.add(new Line(Line.What.DONE, "test", subject, "")));
    }

    Head trail() {
        return tenant.call(() -> trail.head());
    }

    String told(Head end) {
        return "the audit trail of %s ends at %s".formatted(tenant.slug(), end);
    }
}
