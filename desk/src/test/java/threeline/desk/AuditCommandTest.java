package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import threeline.desk.audit.Check;
import threeline.desk.audit.Export;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.database.Trouble;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** What {@code bin/threeline audit} says, and how it ends. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class AuditCommandTest {

    @Autowired
    Tenants tenants;

    @Autowired
    Trail trail;

    @Autowired
    Check check;

    @Autowired
    Export export;

    Tenant desk;

    @BeforeEach
    void a_desk_with_a_line() {
        desk = tenants.add("trail-" + UUID.randomUUID().toString().substring(0, 8), "Trail");
        desk.run(() -> trail.add(new Line(Line.What.DONE, "agent 1", "POST /x 200", "Ada")));
    }

    @Test
    void a_whole_trail_is_said_to_end_where_it_does(CapturedOutput out) {
        run("--do=verify", "--desk=" + desk.slug());
        assertThat(out).contains("%s: 1 lines, end 1:".formatted(desk.slug()));
        run("--do=verify", "--desk=" + desk.slug(), "--head=" + desk.call(trail::head));
    }

    @Test
    void one_that_is_not_what_was_kept_ends_as_a_failure() {
        assertThatThrownBy(() -> run("--do=verify", "--desk=" + desk.slug(), "--head=2:" + "0".repeat(64)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("1 of 1 trails");
        assertThatThrownBy(() -> run("--do=verify", "--desk=" + desk.slug(), "--head=what"))
                .isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> run("--do=verify", "--desk=nowhere")).hasMessageContaining("no desk");
        assertThatThrownBy(() -> run("--do=burn")).hasMessageContaining("verify");
    }

    @Test
    void an_export_is_lines_of_json(CapturedOutput out) {
        run("--do=export", "--desk=" + desk.slug());
        assertThat(out).contains("\"subject\":\"POST /x 200\"", "\"findings\":[]");
    }

    void run(String... arguments) {
        new AuditCommand(tenants, check, export).run(new DefaultApplicationArguments(arguments));
    }
}
