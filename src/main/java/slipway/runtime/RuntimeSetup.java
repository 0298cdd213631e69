package slipway.runtime;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.shared.DataFolder;

/** Beans about this installation. */
@Configuration(proxyBeanMethods = false)
class RuntimeSetup {
    @Bean
    DataFolder dataFolder(@Value("${slipway.data}") Path root) {
        return new DataFolder(root);
    }
}
