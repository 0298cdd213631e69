package slipway.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import slipway.cmdb.Unit;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Where a vendor's deliveries of a unit lie, one folder a version. */
record Inbox(UnitId unit, Unit.Vendor vendor) {

    /** The versions that were delivered, the highest first; empty while there is no inbox. */
    List<String> versions() {
        Path folder = Path.of(vendor.inbox());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> Objects.requireNonNull(each.getFileName()).toString())
                    .filter(UnitRevision::isVersion)
                    .sorted(new NaturalOrder().reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a version; a name that is no version never becomes a path. */
    Path folder(String version) throws UnfitDelivery {
        if (!UnitRevision.isVersion(version)) {
            throw new UnfitDelivery("'" + version + "' is no version; name a folder of the inbox, for example 2026.11");
        }
        try {
            Path folder = Path.of(vendor.inbox()).resolve(version);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnfitDelivery("there is no delivery '" + version + "' of " + unit + " in '" + vendor.inbox()
                        + "'; put the files of " + vendor.supplier() + " there");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new UnfitDelivery("the inbox of " + unit + " in the register is no path; register another");
        }
    }
}
