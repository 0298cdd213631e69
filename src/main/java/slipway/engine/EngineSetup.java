package slipway.engine;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the engine that the inside may use. */
@Configuration(proxyBeanMethods = false)
class EngineSetup {
    @Bean
    Clock clock() {
        return new EngineClock();
    }
}
