package slipway.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import slipway.runtime.database.Access;

/** Everything that can stand in the way of a start is found here, before the application is built. */
final class Preparation implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private final Running running;

    Preparation(Running running) {
        this.running = running;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        StartSettings settings = StartSettings.of(environment);
        ProductionRules.check(settings, environment, Umask.ofThisProcess());
        DataDirectory data = DataDirectory.open(settings.data(), settings.minimumFree());
        running.holds(data::close);
        HttpPort.requireFree(environment);
        Access application = settings.database().isPresent()
                ? GivenDatabase.prepare(settings.database().get())
                : KeptDatabase.prepare(data, running);
        environment.getPropertySources().addFirst(new MapPropertySource("slipway", properties(data, application)));
    }

    private static Map<String, Object> properties(DataDirectory data, Access application) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("slipway.data", data.root().toString());
        properties.put("spring.datasource.url", application.url());
        properties.put("spring.datasource.username", application.user());
        if (application.password() != null) {
            properties.put("spring.datasource.password", application.password());
        }
        return properties;
    }
}
