package slipway.release;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.identity.Clearance;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

@Component
@Transactional(readOnly = true)
class ScopeSource implements ChapterSource<ScopeChapter> {
    private final Releases releases;
    private final Changes changes;
    private final Cmdb cmdb;

    ScopeSource(Releases releases, Changes changes, Cmdb cmdb) {
        this.releases = releases;
        this.changes = changes;
        this.cmdb = cmdb;
    }

    @Override
    public Class<ScopeChapter> type() {
        return ScopeChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.EVERY_ROLE;
    }

    @Override
    public ScopeChapter of(ReleaseNumber number) {
        Release release = releases.get(number);
        Optional<SubmittedRelease> submitted =
                release instanceof SubmittedRelease known ? Optional.of(known) : Optional.empty();
        return new ScopeChapter(
                number,
                release.title(),
                release.purpose(),
                release.requester(),
                release.state(),
                submitted.map(SubmittedRelease::type),
                submitted.map(SubmittedRelease::policy),
                submitted.flatMap(SubmittedRelease::outcome),
                submitted
                        .map(known -> known.parts().stream().map(this::part).toList())
                        .orElse(List.of()),
                submitted.map(this::rfcs).orElse(List.of()),
                submitted.map(ScopeSource::sites).orElse(List.of()));
    }

    private ScopeChapter.Part part(ReleasePart part) {
        Unit unit = cmdb.unit(part.unit());
        return new ScopeChapter.Part(
                unit.id(),
                unit.name(),
                unit.kind().name().toLowerCase(Locale.ROOT),
                part.source(),
                part.pin(),
                PartRules.words(part),
                part.revision().map(UnitRevision::version),
                part.revision().map(UnitRevision::digest));
    }

    private List<ScopeChapter.ReleaseRfc> rfcs(SubmittedRelease release) {
        return release.rfcs().stream()
                .sorted(Comparator.comparing(
                                (RfcNumber number) -> number.value().length())
                        .thenComparing(RfcNumber::value))
                .flatMap(number -> changes.find(number).stream())
                .map(ScopeSource::rfc)
                .toList();
    }

    private static ScopeChapter.ReleaseRfc rfc(Rfc rfc) {
        return new ScopeChapter.ReleaseRfc(
                rfc.number(),
                rfc.title(),
                rfc.unit(),
                rfc.status().name().toLowerCase(Locale.ROOT),
                String.join("\n", rfc.criteria()));
    }

    private static List<SiteId> sites(SubmittedRelease release) {
        return release.sites().stream()
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
    }
}
