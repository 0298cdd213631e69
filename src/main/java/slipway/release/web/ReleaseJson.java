package slipway.release.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.ValueTypes;

/** Has every REST answer write our value types as the event log does. */
@Configuration(proxyBeanMethods = false)
class ReleaseJson {
    @Bean
    ValueTypes valueTypes() {
        return new ValueTypes();
    }
}
