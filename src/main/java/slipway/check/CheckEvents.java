package slipway.check;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class CheckEvents {
    @Bean
    EventFamily checkEventFamily() {
        return new EventFamily(CheckEvent.class);
    }
}
