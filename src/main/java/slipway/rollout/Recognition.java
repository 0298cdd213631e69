package slipway.rollout;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.library.Library;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.site.port.Inventory;

/** Which of the library's revisions lies at a site: the one that most of the files belong to. */
public final class Recognition {
    private Recognition() {}

    /** The closest holding; of two as close, the preferred one and then the newer one. None = no file is known. */
    public static Optional<Library.Holding> closest(
            List<Library.Holding> oldestFirst, List<Manifest.Entry> files, Optional<Library.Holding> preferred) {
        Set<Manifest.Entry> found = new HashSet<>(files);
        return oldestFirst.stream()
                .filter(holding -> score(holding, found) > 0)
                .max(Comparator.comparingDouble((Library.Holding holding) -> score(holding, found))
                        .thenComparing(holding -> preferred.isPresent()
                                && preferred.get().revision().equals(holding.revision()))
                        .thenComparing(oldestFirst::indexOf));
    }

    /** What files are, for the CMDB: exactly those of a revision, or content that nobody knows. */
    public static Content content(List<Library.Holding> holdings, List<Manifest.Entry> files, List<String> oddities) {
        if (files.isEmpty() || !oddities.isEmpty()) {
            return new Content.Unknown(Digest.of(lines(files) + String.join("\n", oddities)));
        }
        Digest digest = new Manifest(files).digest();
        return holdings.stream()
                .map(Library.Holding::revision)
                .filter(revision -> revision.digest().equals(digest))
                .findFirst()
                .<Content>map(Content.Known::new)
                .orElseGet(() -> new Content.Unknown(digest));
    }

    /** What was found, for the CMDB; empty = nobody could see. */
    static Optional<Content> content(List<Library.Holding> holdings, Inventory.Sighting found) {
        return switch (found) {
            case Inventory.Seen seen -> Optional.of(content(holdings, seen.files(), seen.oddities()));
            case Inventory.NothingInstalled nothing -> Optional.of(new Content.Absent());
            case Inventory.Unreadable unreadable -> Optional.empty();
        };
    }

    private static String lines(List<Manifest.Entry> files) {
        return files.isEmpty() ? "" : new Manifest(files).text();
    }

    /** Shared files in proportion to the files of both, so that what has most of all files is not close to everything. */
    private static double score(Library.Holding holding, Set<Manifest.Entry> found) {
        List<Manifest.Entry> entries = holding.manifest().entries();
        long shared = entries.stream().filter(found::contains).count();
        return (double) shared / (entries.size() + found.size());
    }
}
