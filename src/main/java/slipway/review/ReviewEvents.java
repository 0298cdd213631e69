package slipway.review;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class ReviewEvents {
    @Bean
    EventFamily reviewEventFamily() {
        return new EventFamily(ReviewEvent.class);
    }
}
