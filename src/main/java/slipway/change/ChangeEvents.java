package slipway.change;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class ChangeEvents {
    @Bean
    EventFamily changeEventFamily() {
        return new EventFamily(ChangeEvent.class);
    }
}
