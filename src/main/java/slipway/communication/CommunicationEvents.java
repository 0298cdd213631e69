package slipway.communication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class CommunicationEvents {
    @Bean
    EventFamily communicationEventFamily() {
        return new EventFamily(CommunicationEvent.class);
    }
}
