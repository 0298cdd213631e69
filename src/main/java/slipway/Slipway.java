package slipway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The product: one process application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Slipway {
    public static void main(String[] args) {
        SpringApplication.run(Slipway.class, args);
    }
}
