package slipway.build;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

/** Tells the log which events are ours. */
@Configuration(proxyBeanMethods = false)
class BuildEvents {
    @Bean
    EventFamily buildEventFamily() {
        return new EventFamily(BuildEvent.class);
    }
}
