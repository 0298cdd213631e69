package slipway.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.library.Library;
import slipway.rollout.Recognition;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** Compares what was seen of a unit at a site with the library's manifest of what is expected there. */
final class Comparison {
    /** What differs more than that differs altogether; the list of files is kept as a whole all the same. */
    static final int MOST = 1_000;

    private final List<Library.Holding> library;
    private final @Nullable UnitRevision expected;
    private final List<Difference> differences = new ArrayList<>();

    /** What runs there; empty when nobody can say. */
    private final Optional<Content> content;

    /** {@code library} holds the unit's revisions, oldest first; the expected one alone will do when it is exact. */
    Comparison(@Nullable UnitRevision expected, Inventory.Sighting sighting, List<Library.Holding> library) {
        this.library = library;
        this.expected = expected;
        this.content = switch (sighting) {
            case Inventory.Unreadable unreadable -> {
                add(FindingKind.MISSING, ".", wanted(), unreadable.reason());
                yield Optional.empty();
            }
            case Inventory.NothingInstalled nothing -> {
                if (expected != null) {
                    add(FindingKind.MISSING, ".", wanted(), "nothing installed");
                }
                yield Optional.of(new Content.Absent());
            }
            case Inventory.Seen seen -> {
                compare(seen);
                yield Optional.of(content(seen));
            }
        };
    }

    /** Whether exactly the files of that revision were seen. */
    static boolean exact(Inventory.Sighting sighting, Library.Holding wanted) {
        return sighting instanceof Inventory.Seen seen && seen.equalTo(wanted.manifest());
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    Optional<Content> content() {
        return content;
    }

    /** Whether what is expected there, or nothing where nothing is, was read back. */
    boolean verified() {
        return differences.isEmpty() && content.isPresent();
    }

    private Content content(Inventory.Seen seen) {
        // Of two versions with the same files it is the one that is expected.
        return holding(expected)
                .filter(wanted -> exact(seen, wanted))
                .<Content>map(wanted -> new Content.Known(wanted.revision()))
                .orElseGet(() -> Recognition.content(library, seen.files(), seen.oddities()));
    }

    private void compare(Inventory.Seen seen) {
        Optional<Library.Holding> wanted = holding(expected);
        Optional<Library.Holding> closest = Recognition.closest(library, seen.files(), wanted);
        seen.oddities().forEach(path -> add(FindingKind.UNKNOWN, path, "nothing", "not a plain file"));
        if (expected == null) {
            String found =
                    closest.map(holding -> "most like " + holding.revision()).orElse("unknown files");
            add(FindingKind.UNKNOWN, ".", wanted(), seen.name() + ", " + found);
            return;
        }
        if (wanted.isEmpty()) {
            add(FindingKind.MISSING, ".", wanted(), "not in the library");
            return;
        }
        Library.Holding basis = closest.orElse(wanted.get());
        if (!basis.revision().equals(expected)) {
            boolean older = library.indexOf(basis) < library.indexOf(wanted.get());
            FindingKind kind = older ? FindingKind.REVERTED : FindingKind.WRONG_VERSION;
            add(kind, ".", wanted(), basis.revision().toString());
        }
        files(basis.manifest(), seen.files());
    }

    private void files(Manifest manifest, List<Manifest.Entry> seen) {
        Map<String, Manifest.Entry> found = new HashMap<>();
        seen.forEach(entry -> found.put(entry.path(), entry));
        for (Manifest.Entry wanted : manifest.entries()) {
            Manifest.Entry entry = found.remove(wanted.path());
            if (entry == null) {
                add(FindingKind.MISSING, wanted.path(), words(wanted), "nothing");
            } else if (!entry.equals(wanted)) {
                add(FindingKind.ALTERED, wanted.path(), words(wanted), words(entry));
            }
        }
        Manifest.sorted(List.copyOf(found.values()))
                .forEach(extra -> add(FindingKind.UNKNOWN, extra.path(), "nothing", words(extra)));
    }

    private Optional<Library.Holding> holding(@Nullable UnitRevision revision) {
        return library.stream()
                .filter(holding -> holding.revision().equals(revision))
                .findFirst();
    }

    private void add(FindingKind kind, String path, String wanted, String found) {
        if (differences.size() < MOST) {
            differences.add(new Difference(kind, path, wanted, found));
        }
    }

    private String wanted() {
        return expected == null ? "nothing authorised" : expected.toString();
    }

    private static String words(Manifest.Entry entry) {
        return entry.digest() + (entry.executable() ? " executable" : "");
    }
}
