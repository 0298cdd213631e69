package slipway.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class AccountEvents {
    @Bean
    EventFamily accountEventFamily() {
        return new EventFamily(AccountEvent.class);
    }
}
