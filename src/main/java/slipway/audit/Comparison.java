package slipway.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.audit.port.Inventory;
import slipway.library.Library;
import slipway.rollout.Recognition;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Compares what was seen at a site with the library's manifest of what is expected there. */
final class Comparison {
    private final SiteId site;
    private final UnitId unit;
    private final List<Library.Holding> library;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable UnitRevision observed;

    Comparison(
            SiteId site,
            UnitId unit,
            @Nullable UnitRevision expected,
            Inventory.Sighting sighting,
            List<Library.Holding> library) {
        this.site = site;
        this.unit = unit;
        this.library = library;
        switch (sighting) {
            case Inventory.Unreadable unreadable -> add(FindingKind.MISSING, ".", name(expected), unreadable.reason());
            case Inventory.NothingInstalled nothing -> {
                if (expected != null) {
                    add(FindingKind.MISSING, ".", name(expected), "nothing installed");
                }
            }
            case Inventory.Seen seen -> compare(expected, seen);
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What runs there: the closest version of the library with the digest of what was really seen. */
    @Nullable
    UnitRevision observed() {
        return observed;
    }

    private void compare(@Nullable UnitRevision expected, Inventory.Seen seen) {
        Optional<Library.Holding> wanted = holding(expected);
        Optional<Library.Holding> closest = Recognition.closest(library, seen.files(), wanted);
        closest.ifPresent(
                holding -> observed = new UnitRevision(unit, holding.revision().version(), digest(seen.files())));
        seen.oddities().forEach(path -> add(FindingKind.UNKNOWN, path, "nothing", "not a plain file"));
        if (expected == null) {
            add(FindingKind.UNKNOWN, ".", name(null), seen.name());
            return;
        }
        if (wanted.isEmpty()) {
            add(FindingKind.MISSING, ".", name(expected), "not in the library");
            return;
        }
        Library.Holding basis = closest.orElse(wanted.get());
        if (!basis.revision().equals(expected)) {
            boolean older = library.indexOf(basis) < library.indexOf(wanted.get());
            FindingKind kind = older ? FindingKind.REVERTED : FindingKind.WRONG_VERSION;
            add(kind, ".", name(expected), name(basis.revision()));
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
        found.values().forEach(extra -> add(FindingKind.UNKNOWN, extra.path(), "nothing", words(extra)));
    }

    private Optional<Library.Holding> holding(@Nullable UnitRevision revision) {
        return library.stream()
                .filter(holding -> holding.revision().equals(revision))
                .findFirst();
    }

    private static Digest digest(List<Manifest.Entry> files) {
        return new Manifest(files).digest();
    }

    private void add(FindingKind kind, String path, String expected, String found) {
        findings.add(new Finding(site, kind, path, expected, found));
    }

    private static String words(Manifest.Entry entry) {
        return entry.digest() + (entry.executable() ? " executable" : "");
    }

    private static String name(@Nullable UnitRevision revision) {
        return revision == null ? "nothing authorised" : revision.toString();
    }
}
