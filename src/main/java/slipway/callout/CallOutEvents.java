package slipway.callout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class CallOutEvents {
    @Bean
    EventFamily callOutEventFamily() {
        return new EventFamily(CallOutEvent.class);
    }
}
