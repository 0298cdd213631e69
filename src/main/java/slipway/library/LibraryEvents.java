package slipway.library;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class LibraryEvents {
    @Bean
    EventFamily libraryEventFamily() {
        return new EventFamily(LibraryEvent.class);
    }
}
