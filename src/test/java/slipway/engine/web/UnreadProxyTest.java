package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import slipway.testing.LogLines;

class UnreadProxyTest {
    @RegisterExtension
    final LogLines lines = LogLines.of(UnreadProxy.class);

    @Test
    void that_nobody_reads_whom_a_proxy_asks_for_is_said_once() throws Exception {
        UnreadProxy filter = new UnreadProxy(false);
        pass(filter, "Accept");
        assertThat(lines.all()).isEmpty();
        pass(filter, "X-Forwarded-For");
        pass(filter, "Forwarded");
        assertThat(lines.all())
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("from 127.0.0.1", "server.forward-headers-strategy=native"));
    }

    @Test
    void the_strategy_is_one_that_reads_what_the_proxy_says() throws Exception {
        pass(new UnreadProxy(false), "Forwarded");
        assertThat(lines.all())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getFormattedMessage()).contains("server.forward-headers-strategy=framework"));
    }

    @Test
    void where_it_is_read_nothing_is_said() throws Exception {
        pass(new UnreadProxy(true), "Forwarded");
        assertThat(lines.all()).isEmpty();
    }

    private static void pass(UnreadProxy filter, String header) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/releases");
        request.addHeader(header, "203.0.113.9");
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).as("it goes on").isNotNull();
    }
}
