package slipway.runtime;

import java.util.OptionalInt;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What the profile {@code production} does not let pass. */
final class ProductionRules {
    private ProductionRules() {}

    static void check(StartSettings settings, Environment environment, OptionalInt umask) {
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        if (environment.getProperty("slipway.administrator.password", "").isBlank()) {
            throw new StartRefused("Profile production needs the administrator's first password: set"
                    + " slipway.administrator.password (or SLIPWAY_ADMINISTRATOR_PASSWORD).");
        }
        if (environment.getProperty("slipway.build.allow-unsandboxed", Boolean.class, false)) {
            throw new StartRefused("Profile production builds in a sandbox only:"
                    + " remove slipway.build.allow-unsandboxed and install bubblewrap.");
        }
        if (environment.getProperty("slipway.tour.enabled", Boolean.class, false)) {
            throw new StartRefused("Profile production has no tour: remove slipway.tour.enabled.");
        }
        if (umask.isPresent() && !Umask.closes(umask.getAsInt())) {
            throw new StartRefused(
                    "Profile production keeps its files to itself: start it with umask 077 (in systemd UMask=0077).");
        }
        settings.database().filter(given -> !given.separateOwner()).ifPresent(given -> {
            throw new StartRefused("Profile production needs a database owner beside the application's role: name it"
                    + " with spring.flyway.user and spring.flyway.password.");
        });
    }
}
