package slipway.audit.port;

import java.util.List;
import slipway.cmdb.Site;
import slipway.shared.Manifest;
import slipway.shared.UnitId;

/** Looks at what is really installed at a site. Changes nothing there and follows no link out of the unit's folder. */
public interface Inventory {

    /** What was seen. */
    sealed interface Sighting {}

    /** That runs there under that name: every plain file, and the paths of what is no plain file. */
    record Seen(String name, List<Manifest.Entry> files, List<String> oddities) implements Sighting {
        public Seen {
            files = List.copyOf(files);
            oddities = List.copyOf(oddities);
        }
    }

    /** The unit is not installed. */
    record NothingInstalled() implements Sighting {}

    /** Nobody can say what runs there. */
    record Unreadable(String reason) implements Sighting {}

    /** Looks at one unit at one site. */
    Sighting take(Site site, UnitId unit);
}
