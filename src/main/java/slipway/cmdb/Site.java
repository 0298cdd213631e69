package slipway.cmdb;

import java.nio.file.Path;
import java.time.ZoneId;
import slipway.shared.Actor;
import slipway.shared.SiteId;

/** A place of installation, reached as a local directory {@code folder}. */
public record Site(
        SiteId id,
        String name,
        ZoneId zone,
        Actor coordinator,
        boolean mandatory,
        boolean disasterRecovery,
        Path folder) {}
