package slipway.engine.work;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.shared.DataFolder;

/** Who works here, and the pulse that keeps locks alive. */
@Configuration(proxyBeanMethods = false)
class WorkSetup {
    @Bean
    Node node(DataFolder data) throws IOException {
        return Node.of(data.sub("work"));
    }

    // Apart from the fetching thread, so that a slow fetch never lets a lock expire.
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService workPulse() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("work-pulse").daemon(true).factory());
    }
}
