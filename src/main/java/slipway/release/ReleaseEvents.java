package slipway.release;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class ReleaseEvents {
    @Bean
    EventFamily releaseEventFamily() {
        return new EventFamily(ReleaseEvent.class);
    }
}
