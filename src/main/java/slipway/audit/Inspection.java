package slipway.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** What was seen of a unit at a site and how it compares with what was expected when somebody looked. */
record Inspection(AuditItem item, @Nullable UnitRevision expected, Inventory.Sighting sighting, Comparison comparison) {

    /** The name it runs under, or why nobody can say. */
    String installed() {
        return switch (sighting) {
            case Inventory.Seen seen -> seen.name();
            case Inventory.NothingInstalled nothing -> "nothing";
            case Inventory.Unreadable unreadable -> unreadable.reason();
        };
    }

    /** What runs there, in words. */
    String observed() {
        return comparison.content().map(Content::toString).orElseGet(this::installed);
    }

    int files() {
        return sighting instanceof Inventory.Seen seen ? seen.files().size() : 0;
    }

    /** The list of files as it is kept; empty when none were seen. */
    Optional<FileList> list() {
        return sighting instanceof Inventory.Seen seen
                ? Optional.of(FileList.of(seen.files(), seen.oddities()))
                : Optional.empty();
    }

    /** A list of files under its digest; that of a known revision is the revision's. */
    record FileList(Digest digest, String lines) {
        static FileList of(List<Manifest.Entry> files, List<String> oddities) {
            String plain = files.isEmpty() ? "" : new Manifest(files).text();
            String lines = Stream.concat(Stream.of(plain), oddities.stream().map(path -> "! " + path + "\n"))
                    .collect(Collectors.joining());
            return new FileList(Digest.of(lines), lines);
        }
    }
}
