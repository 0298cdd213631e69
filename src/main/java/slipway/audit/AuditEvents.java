package slipway.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class AuditEvents {
    @Bean
    EventFamily auditEventFamily() {
        return new EventFamily(AuditEvent.class);
    }
}
