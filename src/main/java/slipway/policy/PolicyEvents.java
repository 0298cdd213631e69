package slipway.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class PolicyEvents {
    @Bean
    EventFamily policyEventFamily() {
        return new EventFamily(PolicyEvent.class);
    }
}
