package slipway.cmdb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class CmdbEvents {
    @Bean
    EventFamily cmdbEventFamily() {
        return new EventFamily(CmdbEvent.class);
    }
}
