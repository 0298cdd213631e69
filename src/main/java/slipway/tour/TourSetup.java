package slipway.tour;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.runtime.Guests;

/** What the tour tells of itself even where it was seeded by an earlier start and is switched off now. */
@Configuration(proxyBeanMethods = false)
class TourSetup {
    @Bean
    Guests guests() {
        return TourOrganisation::people;
    }
}
