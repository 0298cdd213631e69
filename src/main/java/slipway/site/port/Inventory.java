package slipway.site.port;

import java.util.List;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Manifest;
import slipway.shared.UnitId;

/**
 * Looks at what is really installed at a site, for sites of one channel; also the read-back after a switch. Changes
 * nothing there and follows no link out of the unit's folder. Work that is interrupted ends with an exception, since that
 * says nothing about the site.
 */
public interface Inventory {

    /** What was seen. */
    sealed interface Sighting {}

    /** That runs there under that name: every plain file, and the paths of what is no plain file. */
    record Seen(String name, List<Manifest.Entry> files, List<String> oddities) implements Sighting {
        public Seen {
            files = List.copyOf(files);
            oddities = List.copyOf(oddities);
        }

        /** Whether exactly these files run there, and nothing else. */
        public boolean equalTo(Manifest manifest) {
            return oddities.isEmpty() && files.equals(manifest.entries());
        }
    }

    /** The unit is not installed. */
    record NothingInstalled() implements Sighting {}

    /** Nobody can say what runs there. */
    record Unreadable(String reason) implements Sighting {}

    Channel channel();

    /** Looks at one unit at one site. */
    Sighting take(Site site, UnitId unit);
}
