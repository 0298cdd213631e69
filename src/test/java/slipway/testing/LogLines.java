package slipway.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What a class logs during one test. */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {
    private final Logger log;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    private LogLines(Logger log) {
        this.log = log;
    }

    public static LogLines of(Class<?> type) {
        return new LogLines((Logger) LoggerFactory.getLogger(type));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        lines.start();
        log.addAppender(lines);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        log.detachAppender(lines);
    }

    public List<ILoggingEvent> all() {
        return List.copyOf(lines.list);
    }
}
