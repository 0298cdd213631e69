package slipway.site.directory;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.FileTree;
import slipway.shared.UnitId;
import slipway.site.port.Inventory;

/** Sites that are directories of this machine. */
@Component
class DirectoryInventory implements Inventory {
    private final InventorySettings settings;

    DirectoryInventory(InventorySettings settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.DIRECTORY;
    }

    @Override
    public Sighting take(Site site, UnitId unit) {
        try {
            UnitFolder folder = UnitFolder.open(site, unit);
            Optional<String> name = folder.active();
            if (name.isEmpty()) {
                return new NothingInstalled();
            }
            FileTree tree = FileTree.of(folder.release(name.get()), settings.most());
            return new Seen(name.get(), tree.files(), tree.oddities());
        } catch (IOException e) {
            return new Unreadable(SiteRefusal.words(e));
        }
    }
}
