package slipway.rollout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

/** Registers what this capability tells the event log. */
@Configuration(proxyBeanMethods = false)
class RolloutEvents {
    @Bean
    EventFamily rolloutEventFamily() {
        return new EventFamily(RolloutEvent.class);
    }
}
