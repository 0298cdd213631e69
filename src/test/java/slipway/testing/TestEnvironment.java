package slipway.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import slipway.runtime.database.Access;

/** The one place that makes the application context of the tests different from the product's. */
class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.get();
        database.outlives(context);
        Access application = database.applicationAccess();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", application.url());
        settings.put("spring.datasource.username", application.user());
        settings.put("spring.datasource.password", String.valueOf(application.password()));
        settings.put("slipway.data", database.folder().resolve("data").toString());
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("slipway.console", "false");
        settings.put("slipway.work.active", "false");
        settings.put("slipway.site.active", "false");
        // Tests empty the outbox themselves.
        settings.put("slipway.communication.poll", "PT24H");
        // And let the readers of the log read on themselves.
        settings.put("slipway.events.poll", "PT24H");
        settings.put("slipway.checks.licences.command", """
                if grep -rn GPL "$ARTEFACTS"; then exit 3; fi
                test -f "$COMPANIONS/manifest.txt" && echo "nothing of the GPL in $UNIT $VERSION for $RELEASE"
                """);
        settings.put("slipway.checks.clock.command", "date +%s%N");
        settings.put("slipway.checks.wordy.command", "head -c 6000000 /dev/zero | tr '\\0' a");
        settings.put("slipway.call-outs.risk-desk.url", RiskDesk.get().url());
        settings.put("slipway.call-outs.risk-desk.secret", RiskDesk.SECRET);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    }
}
