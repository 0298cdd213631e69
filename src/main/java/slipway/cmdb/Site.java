package slipway.cmdb;

import java.nio.file.Path;
import java.time.ZoneId;
import slipway.shared.Actor;
import slipway.shared.SiteId;

/** A place of installation, reached through its channel at its address. */
public record Site(
        SiteId id,
        String name,
        ZoneId zone,
        Actor coordinator,
        boolean mandatory,
        boolean disasterRecovery,
        Channel channel,
        String address) {

    /** The folder of a site that is a directory of this machine; an error for any other channel. */
    public Path folder() {
        if (channel != Channel.DIRECTORY) {
            throw new IllegalStateException("site " + id + " is reached " + channel + " and has no folder");
        }
        return Path.of(address);
    }
}
