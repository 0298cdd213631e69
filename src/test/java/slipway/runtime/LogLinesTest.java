package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

/** The log as the product writes it. */
class LogLinesTest {
    private static final String SENT =
            "a\n2026-11-30T12:00:00.000Z ERROR slipway : all is lost\u001b[2J\u202E\u2028\u009bb";

    @Test
    void what_somebody_sent_begins_no_line_of_its_own_and_moves_nothing_in_a_terminal() throws IOException {
        String line = written("refused {} to mara", SENT, null);

        assertThat(line).endsWith("b to mara\n").contains("all is lost?[2J???b");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void what_was_thrown_is_told_once_line_by_line() throws IOException {
        String lines = written(
                "it failed {}",
                "here",
                new IllegalStateException(
                        "because\u001b[2J\u009b\n2026-11-30T12:00:00.000Z ERROR slipway : all is lost"));

        assertThat(lines).containsOnlyOnce("| java.lang.IllegalStateException: because?[2J?\n| 2026-11-30T12");
        assertThat(lines.lines().filter(line -> line.strip().startsWith("at "))).hasSizeGreaterThan(3);
    }

    private static String written(String text, String sent, @Nullable Throwable thrown) throws IOException {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        layout.setContext(context);
        layout.setPattern(String.valueOf(new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst()
                .getProperty("logging.pattern.console")));
        layout.start();
        Logger logger = context.getLogger("slipway.engine.guard.Refusals");
        return layout.doLayout(new LoggingEvent("caller", logger, Level.WARN, text, thrown, new Object[] {sent}));
    }
}
