package slipway.interruption;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class InterruptionEvents {
    @Bean
    EventFamily interruptionEventFamily() {
        return new EventFamily(InterruptionEvent.class);
    }
}
