package slipway.audit.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.audit.AuditReport;
import slipway.audit.Audits;
import slipway.audit.Finding;
import slipway.audit.Phase;
import slipway.audit.SiteInventory;
import slipway.engine.TaskContext;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.shared.Content;
import slipway.shared.UnitRevision;

/** The audit that a task is about, as its form shows it: bounded, whatever the number of sites. */
@Component
class AuditFacts {
    private static final int SITES = 200;
    private static final int FINDINGS = 500;

    private final Audits audits;
    private final Dossiers dossiers;

    AuditFacts(Audits audits, Dossiers dossiers) {
        this.audits = audits;
        this.dossiers = dossiers;
    }

    static Phase phase(TaskContext task) {
        return Phase.valueOf(task.get(AuditProcess.AUDIT_PHASE));
    }

    Map<String, Object> of(TaskContext task) {
        Phase phase = phase(task);
        Optional<AuditReport> audit = audits.latest(task.release(), phase);
        List<SiteInventory> seen = audit.map(each -> audits.seen(each, SITES)).orElse(List.of());
        List<Finding> findings =
                audit.map(each -> audits.findings(each, FINDINGS)).orElse(List.of());
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(task.release(), List.of(ScopeChapter.class)));
        facts.put("phase", phase == Phase.BEFORE ? "before the rollout" : "after the rollout");
        facts.put("sites", seen.stream().map(AuditFacts::row).toList());
        facts.put("sitesShown", shown(seen.size(), audit.map(AuditReport::seen).orElse(0)));
        facts.put("findings", findings.stream().map(AuditFacts::row).toList());
        facts.put(
                "findingsShown",
                shown(findings.size(), audit.map(AuditReport::findings).orElse(0)));
        return facts;
    }

    private static String shown(int shown, int all) {
        return shown < all ? all + ", of which the first " + shown + " are shown" : String.valueOf(all);
    }

    private static Map<String, Object> row(SiteInventory seen) {
        UnitRevision expected = seen.expected();
        return Map.of(
                "site", seen.site().value(),
                "unit", seen.unit().value(),
                "files", seen.count(),
                "expected", expected == null ? "nothing" : brief(expected),
                "installed",
                        seen.observed().map(content -> installed(content, seen)).orElse(seen.installed()),
                "verdict", seen.findings() == 0 ? "as authorised" : seen.findings() + " finding(s)");
    }

    private static String installed(Content content, SiteInventory seen) {
        String what = content.known().map(AuditFacts::brief).orElseGet(content::toString);
        return content instanceof Content.Absent ? what : what + " as " + seen.installed();
    }

    private static String brief(UnitRevision revision) {
        return revision.version() + " (" + revision.digest().brief() + ")";
    }

    private static Map<String, Object> row(Finding finding) {
        return Map.of(
                "site", finding.site().value(),
                "unit", finding.unit().value(),
                "kind", finding.kind().name(),
                "path", finding.path(),
                "expected", finding.expected(),
                "found", finding.found());
    }
}
