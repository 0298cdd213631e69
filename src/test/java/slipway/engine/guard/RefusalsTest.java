package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import slipway.shared.Refusal;
import slipway.testing.LogLines;

class RefusalsTest {
    @RegisterExtension
    final LogLines lines = LogLines.of(Refusals.class);

    @Test
    void what_somebody_sent_is_one_line_of_the_log_and_moves_nothing_in_a_terminal() {
        Subject sent = new Subject("t\u0000", "a\n2026-11-30 ERROR all is lost\u001b[2J", "REL-\u202e1");

        assertThat(sent.coded())
                .isEqualTo(new Subject("tU+0000", "aU+000A2026-11-30 ERROR all is lostU+001B[2J", "REL-U+202E1"));
        assertThat(Subject.NONE.coded()).isEqualTo(Subject.NONE);
    }

    @Test
    void a_refusal_that_cannot_be_recorded_is_one_all_the_same_and_the_log_says_so() {
        // Nobody listens at that port.
        var away = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/slipway", "nobody", "nothing");
        Refusals refusals = new Refusals(JdbcClient.create(away), new JdbcTransactionManager(away), Clock.systemUTC());

        refusals.record("mara", "GET /api/builds/BLD-1", Refusal.of("endpoint-role", "ask somebody else"));

        assertThat(lines.all()).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("\n"));
        assertThat(lines.all())
                .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        Level.ERROR, "this refusal of GET /api/builds/BLD-1 to mara is on no record"));
    }
}
