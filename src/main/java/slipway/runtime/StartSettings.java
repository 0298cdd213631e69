package slipway.runtime;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import slipway.runtime.database.Access;

/** The settings that matter before the application is built. */
record StartSettings(Path data, DataSize minimumFree, Optional<Given> database) {

    /** A PostgreSQL that is not ours: the application's role and the owner of the tables. */
    record Given(Access application, Access owner) {
        boolean separateOwner() {
            return !application.user().equals(owner.user());
        }
    }

    static StartSettings of(Environment environment) {
        return new StartSettings(
                Path.of(environment.getProperty("slipway.data", "./data")),
                DataSize.parse(environment.getProperty("slipway.minimum-free", "300MB")),
                Optional.ofNullable(environment.getProperty("spring.datasource.url"))
                        .filter(url -> !url.isBlank())
                        .map(url -> given(environment, url)));
    }

    private static Given given(Environment environment, String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused("Slipway works on PostgreSQL only; spring.datasource.url is " + url + ".");
        }
        Access application = new Access(
                url,
                environment.getProperty("spring.datasource.username", System.getProperty("user.name")),
                environment.getProperty("spring.datasource.password"));
        String owner = environment.getProperty("spring.flyway.user");
        return new Given(
                application,
                owner == null ? application : application.as(owner, environment.getProperty("spring.flyway.password")));
    }
}
