package slipway.rollout.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

/** The sites of a release's scope as the table of a form shows them, with what each runs now. */
@Component
class SiteRows {
    private final Releases releases;
    private final Cmdb cmdb;

    SiteRows(Releases releases, Cmdb cmdb) {
        this.releases = releases;
        this.cmdb = cmdb;
    }

    List<Map<String, Object>> of(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        List<Map<SiteId, Cmdb.Item>> parts = release.parts().stream()
                .map(part ->
                        cmdb.of(part.unit()).stream().collect(Collectors.toMap(Cmdb.Item::site, Function.identity())))
                .toList();
        Set<SiteId> scope = release.sites();
        return cmdb.sites().stream()
                .filter(site -> scope.contains(site.id()))
                .map(site -> row(site, parts))
                .toList();
    }

    private static Map<String, Object> row(Site site, List<Map<SiteId, Cmdb.Item>> parts) {
        String installed = parts.stream()
                .flatMap(items -> Optional.ofNullable(items.get(site.id())).stream())
                .flatMap(item -> Optional.ofNullable(item.verified()).stream())
                .map(SiteRows::words)
                .collect(Collectors.joining(", "));
        return Map.of(
                "id", site.id().value(),
                "zone", site.zone().getId(),
                "coordinator", site.coordinator().id(),
                "kind",
                        (site.mandatory() ? "mandatory" : "optional")
                                + (site.disasterRecovery() ? ", disaster recovery" : ""),
                "installed", installed.isEmpty() ? "nothing" : installed);
    }

    private static String words(UnitRevision revision) {
        return revision.unit() + " " + revision.version();
    }
}
