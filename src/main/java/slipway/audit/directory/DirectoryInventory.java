package slipway.audit.directory;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import slipway.audit.port.Inventory;
import slipway.cmdb.Site;
import slipway.shared.FileTree;
import slipway.shared.UnitId;

/** Sites that are directories of this machine. */
@Component
class DirectoryInventory implements Inventory {

    @Override
    public Sighting take(Site site, UnitId unit) {
        Path folder = site.folder().resolve(unit.value());
        Path current = folder.resolve("current");
        try {
            if (!Files.isDirectory(site.folder())) {
                return new Unreadable("the folder of site " + site.id() + " is not there");
            }
            if (!Files.exists(current, NOFOLLOW_LINKS)) {
                return new NothingInstalled();
            }
            if (!Files.isSymbolicLink(current)) {
                return new Unreadable("'current' is not a link");
            }
            Path target = Files.readSymbolicLink(current);
            if (target.isAbsolute() || target.getNameCount() != 2 || !target.startsWith("releases")) {
                return new Unreadable("'current' points to '" + target + "', not into 'releases'");
            }
            for (Path step : new Path[] {folder, folder.resolve("releases"), folder.resolve(target)}) {
                if (!Files.isDirectory(step, NOFOLLOW_LINKS)) {
                    return new Unreadable("'" + unit + "/" + folder.relativize(step) + "' is no folder");
                }
            }
            FileTree tree = FileTree.of(folder.resolve(target));
            return new Seen(target.getFileName().toString(), tree.files(), tree.oddities());
        } catch (IOException e) {
            return new Unreadable(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
