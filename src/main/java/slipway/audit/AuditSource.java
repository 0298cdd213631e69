package slipway.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.audit.AuditChapter.Audited;
import slipway.audit.AuditChapter.Difference;
import slipway.audit.AuditChapter.Seen;
import slipway.identity.Clearance;
import slipway.release.ChapterSource;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What audits of a release saw, as far as people can read it: the first sites, those with findings before others. */
@Component
@Transactional(readOnly = true)
class AuditSource implements ChapterSource<AuditChapter> {
    private static final int SITES = 200;
    private static final int FINDINGS = 500;

    private final AuditTable audits;
    private final InventoryTable inventories;

    AuditSource(AuditTable audits, InventoryTable inventories) {
        this.audits = audits;
        this.inventories = inventories;
    }

    @Override
    public Class<AuditChapter> type() {
        return AuditChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public AuditChapter of(ReleaseNumber release) {
        List<AuditReport> all = audits.of(release);
        List<AuditReport> newest = Arrays.stream(Phase.values())
                .flatMap(phase ->
                        all.stream().filter(audit -> audit.phase() == phase).reduce((one, next) -> next).stream())
                .toList();
        return new AuditChapter(
                all.stream().map(this::audited).toList(),
                newest.stream().flatMap(audit -> seen(audit).stream()).toList(),
                newest.stream().flatMap(audit -> differences(audit).stream()).toList(),
                all.stream()
                        .filter(audit -> !newest.contains(audit))
                        .flatMap(audit -> differences(audit).stream())
                        .toList());
    }

    private Audited audited(AuditReport audit) {
        Optional<AuditTable.Decision> decision = audits.decision(audit.id());
        return new Audited(
                AuditRules.words(audit.phase()),
                audit.orderedAt(),
                inventories.sites(audit.id()),
                audit.findings(),
                decision.filter(AuditTable.Decision::signed).map(AuditTable.Decision::actor),
                verdict(audit, decision));
    }

    private static String verdict(AuditReport audit, Optional<AuditTable.Decision> decision) {
        if (!audit.complete()) {
            return audit.seen() + " of " + audit.ordered() + " seen";
        }
        return decision.map(each -> each.signed() ? "signed" : "sent back").orElse("to be signed");
    }

    private List<Seen> seen(AuditReport audit) {
        return inventories.of(audit.id(), SITES).stream()
                .map(each -> new Seen(
                        AuditRules.words(audit.phase()),
                        each.site(),
                        each.unit(),
                        name(each),
                        each.observed().map(Content::toString).orElse(each.installed()),
                        each.count(),
                        each.findings() == 0 ? "as authorised" : each.findings() + " finding(s)"))
                .toList();
    }

    private static String name(SiteInventory seen) {
        UnitRevision expected = seen.expected();
        return expected == null ? "nothing" : expected.toString();
    }

    private List<Difference> differences(AuditReport audit) {
        return inventories.findings(audit.id(), FINDINGS).stream()
                .map(each -> new Difference(
                        AuditRules.words(audit.phase()),
                        each.site(),
                        each.unit(),
                        each.kind().name(),
                        each.path(),
                        each.expected(),
                        each.found()))
                .toList();
    }
}
