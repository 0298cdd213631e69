package slipway.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Asks the CMDB what each site runs, and the rules what that means. */
@Component
@Transactional(readOnly = true)
class SiteNumbers implements Numbers, Compatibilities {
    private final Cmdb cmdb;

    SiteNumbers(Cmdb cmdb) {
        this.cmdb = cmdb;
    }

    @Override
    public Optional<Refusal> contradiction(SubmittedRelease release, UnitId unit, String version) {
        return unfit(unit, version, release.sites(), Optional.of(release.type()))
                .map(no -> Refusal.at("tag", no.rule(), no.reason()));
    }

    @Override
    public Optional<Refusal> fallsBack(SubmittedRelease release, Set<SiteId> sites) {
        return release.parts().stream()
                .flatMap(part -> part.revision().stream())
                .flatMap(made -> Numbering.fallsBack(made.unit(), made.version(), sites, running(made.unit())).stream())
                .findFirst();
    }

    /** Why what the release has made no longer fits its sites, so that only another scope helps, if so. */
    Optional<Refusal> overtaken(SubmittedRelease release) {
        Map<UnitId, String> made = release.parts().stream()
                .flatMap(part -> part.revision().stream())
                .collect(Collectors.toMap(UnitRevision::unit, UnitRevision::version));
        return fallsBack(release, release.sites()).or(() -> unmet(made, release.sites()));
    }

    /** What speaks against the number; of its type only where that is known. */
    Optional<Refusal> unfit(UnitId unit, String version, Set<SiteId> sites, Optional<ReleaseType> type) {
        Numbering.Next next = Numbering.Next.of(cmdb.unit(unit), version);
        Map<SiteId, String> running = running(unit);
        return Numbering.unfit(next, sites, running)
                .or(() -> type.flatMap(known -> Numbering.contradiction(next, known, sites, running)));
    }

    @Override
    public Optional<Refusal> unmet(Map<UnitId, String> delivered, Set<SiteId> sites) {
        Collection<Unit> register = cmdb.units();
        Map<UnitId, Map<SiteId, String>> now = new HashMap<>();
        Map<UnitId, Map<SiteId, String>> soon = new HashMap<>();
        for (UnitId unit : Compatibility.neighbours(delivered.keySet(), register)) {
            now.put(unit, running(unit));
            soon.put(unit, soon(unit));
        }
        return new Compatibility(delivered, sites, now)
                .unmet(register)
                .or(() -> new Compatibility(delivered, sites, soon).unmet(register));
    }

    @Override
    public Set<UnitId> neighbours(Set<UnitId> delivered) {
        return Compatibility.neighbours(delivered, cmdb.units());
    }

    private Map<SiteId, String> soon(UnitId unit) {
        return Numbering.soon(cmdb.of(unit));
    }

    private Map<SiteId, String> running(UnitId unit) {
        return Numbering.running(cmdb.live(unit));
    }
}
