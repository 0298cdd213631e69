package slipway.site;

import java.util.List;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Manifest;
import slipway.shared.UnitId;
import slipway.site.port.Distribution;
import slipway.site.port.Inventory;

/** Channels for tests of orders, which never touch a site. */
final class TestChannels {
    private TestChannels() {}

    /** Directories are worked at automatically; everything else by people. */
    static FoundChannels directories() {
        return new FoundChannels(List.of(new NoDistribution()), List.of(new NoInventory()), List.of());
    }

    private record NoDistribution() implements Distribution {
        @Override
        public Channel channel() {
            return Channel.DIRECTORY;
        }

        @Override
        public Outcome distribute(Site site, UnitId unit, String name, Manifest manifest, Source source) {
            return new Failed("no test");
        }

        @Override
        public Outcome activate(Site site, UnitId unit, String name) {
            return new Failed("no test");
        }

        @Override
        public Outcome deactivate(Site site, UnitId unit) {
            return new Failed("no test");
        }
    }

    private record NoInventory() implements Inventory {
        @Override
        public Channel channel() {
            return Channel.DIRECTORY;
        }

        @Override
        public Sighting take(Site site, UnitId unit) {
            return new NothingInstalled();
        }
    }
}
