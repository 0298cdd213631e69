package slipway.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The first passwords of people: generated once, kept where only the owner of the data folder reads them. */
public final class Passwords {
    private static final String TOUR = "tour";
    private static final String ADMINISTRATOR = "administrator";
    private final Secrets secrets;
    private final @Nullable String configured;

    Passwords(Secrets secrets, @Nullable String configured) {
        this.secrets = secrets;
        this.configured = configured;
    }

    /** The one password of all the tour's people. */
    public String tour() {
        return secrets.password(TOUR);
    }

    /** The administrator's: as configured, else generated. */
    public String administrator() {
        return configured == null ? secrets.password(ADMINISTRATOR) : configured;
    }

    /** Whether somebody asked for the tour's password in this data folder, now or earlier. */
    public boolean tourIsKnown() {
        return Files.exists(secrets.file(TOUR));
    }

    /** Where the generated administrator's password is. */
    Path administratorFile() {
        return secrets.file(ADMINISTRATOR);
    }

    /** Where the tour's password is. */
    Path tourFile() {
        return secrets.file(TOUR);
    }

    boolean administratorIsConfigured() {
        return configured != null;
    }
}
