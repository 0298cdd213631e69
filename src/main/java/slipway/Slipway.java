package slipway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import slipway.runtime.Launch;

/** The product: one process application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Slipway {
    public static void main(String[] args) {
        Launch.run(Slipway.class, args);
    }
}
