package slipway.site;

import java.util.List;
import slipway.cmdb.Site;
import slipway.shared.UnitId;
import slipway.site.port.Distribution;
import slipway.site.port.Inventory;
import slipway.site.port.Testable;

/** The adapters of each site's channel. */
public interface Channels {
    /** Whether Slipway works there itself; otherwise people do, and enter what they did. */
    boolean automatic(Site site);

    /** The adapter of an automatic site; an error for any other. */
    Distribution distribution(Site site);

    /** Looks at one unit at an automatic site; an error for any other. */
    Inventory.Sighting look(Site site, UnitId unit);

    /** Tries the connection to a site out. */
    List<Testable.Check> tryOut(Site site);
}
