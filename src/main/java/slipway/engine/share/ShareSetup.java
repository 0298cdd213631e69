package slipway.engine.share;

import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts arrival and stay before every door, around the bounds of a request: who waits for a place was read before. */
@Configuration(proxyBeanMethods = false)
class ShareSetup {
    private static final int ARRIVAL = -305;
    private static final int STAY = -280;

    @Bean
    Visitors visitors() {
        return new Visitors();
    }

    @Bean
    Places places(HikariDataSource pool) {
        return new Places(Capacity.of(pool.getMaximumPoolSize(), processors()), processors());
    }

    @Bean
    Desk house(Places places, RequestSettings settings) {
        return new Desk(places, settings.patience(), System::nanoTime);
    }

    @Bean
    Senders senders() {
        return new Senders();
    }

    @Bean
    FilterRegistrationBean<Filter> arrival(Visitors visitors, Senders senders, RequestSettings settings) {
        return on(new Arrival(visitors, new Rates(settings, TimeMeter.SYSTEM_NANOTIME), senders), ARRIVAL);
    }

    @Bean
    FilterRegistrationBean<Filter> stay(Visitors visitors, Desk house, RequestSettings settings) {
        return on(
                new Stay(
                        visitors,
                        new Customs(),
                        house,
                        desk(Capacity.atTheDoor(), settings),
                        desk(Capacity.ofFiles(), settings)),
                STAY);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Desk desk(Capacity capacity, RequestSettings settings) {
        return new Desk(new Places(capacity, processors()), settings.patience(), System::nanoTime);
    }

    private static FilterRegistrationBean<Filter> on(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/*");
        registration.setOrder(order);
        return registration;
    }
}
