package slipway.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.audit.port.Inventory;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.Release;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;

/** Looks at one site of a release and compares. */
@Component
class SiteInspector {
    private final Cmdb cmdb;
    private final Library library;
    private final Inventory inventory;
    private final Clock clock;

    SiteInspector(Cmdb cmdb, Library library, Inventory inventory, Clock clock) {
        this.cmdb = cmdb;
        this.library = library;
        this.inventory = inventory;
        this.clock = clock;
    }

    Audits.Inspection inspect(Release release, Phase phase, Target target) {
        UnitRevision expected = switch (phase) {
            case BEFORE ->
                cmdb.find(target.site(), target.unit())
                        .map(Cmdb.Record::authorised)
                        .orElse(null);
            case AFTER -> after(release, target);
        };
        Inventory.Sighting sighting = inventory.take(cmdb.site(target.site()), target.unit());
        Comparison comparison =
                new Comparison(target.site(), target.unit(), expected, sighting, library.of(target.unit()));
        SiteInventory seen = new SiteInventory(
                target.site(),
                target.unit(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                installed(sighting),
                expected,
                comparison.observed(),
                sighting instanceof Inventory.Seen found ? found.files().size() : 0,
                content(sighting));
        return new Audits.Inspection(seen, comparison.findings(), !(sighting instanceof Inventory.Unreadable));
    }

    private static @Nullable UnitRevision after(Release release, Target target) {
        boolean onNew = target.state() == TargetState.VERIFIED || target.state() == TargetState.NOTHING_TO_DO;
        return onNew ? release.builtRevision() : target.predecessor();
    }

    private static String installed(Inventory.Sighting sighting) {
        return switch (sighting) {
            case Inventory.Seen seen -> seen.name();
            case Inventory.NothingInstalled nothing -> "nothing";
            case Inventory.Unreadable unreadable -> unreadable.reason();
        };
    }

    private static String content(Inventory.Sighting sighting) {
        if (!(sighting instanceof Inventory.Seen seen)) {
            return "";
        }
        String files = seen.files().isEmpty() ? "" : new Manifest(seen.files()).text();
        List<String> oddities =
                seen.oddities().stream().map(path -> "! " + path + "\n").toList();
        return Stream.concat(Stream.of(files), oddities.stream()).collect(Collectors.joining());
    }
}
