package slipway.engine.web;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before every door: the sentences of its answers, and the bounds of its requests. */
@Configuration(proxyBeanMethods = false)
class EdgeFilters {
    // Before the doors themselves, which stand at -100.
    private static final int PROXY = -320;
    private static final int CONTEXT = -310;
    private static final int ANSWERS = -300;
    private static final int BOUNDS = -290;
    private static final int FORGED = -285;

    /** Whoever checks a password behind a door asks from where it came, so it is known before all of them. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
        OrderedRequestContextFilter filter = new OrderedRequestContextFilter();
        filter.setOrder(CONTEXT);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> unreadProxy(
            @Value("${server.forward-headers-strategy:none}") ServerProperties.ForwardHeadersStrategy strategy) {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>(new UnreadProxy(strategy != ServerProperties.ForwardHeadersStrategy.NONE));
        registration.setOrder(PROXY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> errorAnswers() {
        return on(new ErrorAnswers(), ANSWERS);
    }

    @Bean
    FilterRegistrationBean<Filter> requestBounds() {
        return on(new RequestBounds(System::nanoTime), BOUNDS);
    }

    @Bean
    FilterRegistrationBean<Filter> forgedRequests(EndpointRefused refused) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new ForgedRequests(refused));
        // Wherever the web applications look for a token, and would end the session that lacks it.
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(FORGED);
        return registration;
    }

    private static FilterRegistrationBean<Filter> on(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*", "/api/*");
        registration.setOrder(order);
        return registration;
    }
}
