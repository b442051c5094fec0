package threeline.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** Without a database it says so, and when to come back. */
class WhenDegradedTest {

    @Test
    void who_comes_while_the_database_does_not_answer_is_told_when_to_come_back() throws Exception {
        var answer = new MockHttpServletResponse();
        new WhenDegraded().doFilter(new MockHttpServletRequest(), answer, (_, _) -> {
            throw new CannotCreateTransactionException("no connection");
        });
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
    }
}
