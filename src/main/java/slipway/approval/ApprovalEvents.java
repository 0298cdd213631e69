package slipway.approval;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class ApprovalEvents {
    @Bean
    EventFamily approvalEventFamily() {
        return new EventFamily(ApprovalEvent.class);
    }

    @Bean
    EventFamily answerEventFamily() {
        return new EventFamily(AnswerEvent.class);
    }
}
