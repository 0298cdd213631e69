package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UnreadProxyTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(UnreadProxy.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
    }

    @Test
    void that_nobody_reads_whom_a_proxy_asks_for_is_said_once() throws Exception {
        UnreadProxy filter = new UnreadProxy(false);
        pass(filter, "Accept");
        assertThat(lines.list).isEmpty();
        pass(filter, "X-Forwarded-For");
        pass(filter, "Forwarded");
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("from 127.0.0.1", "server.forward-headers-strategy=native"));
    }

    @Test
    void where_it_is_read_nothing_is_said() throws Exception {
        pass(new UnreadProxy(true), "Forwarded");
        assertThat(lines.list).isEmpty();
    }

    private static void pass(UnreadProxy filter, String header) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/releases");
        request.addHeader(header, "203.0.113.9");
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).as("it goes on").isNotNull();
    }
}
