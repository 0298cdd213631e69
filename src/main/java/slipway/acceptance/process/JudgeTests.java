package slipway.acceptance.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.Acceptances.Trial;
import slipway.acceptance.TestsChapter;
import slipway.approval.Gate;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.planning.Plans;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.ScopeChapter;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
class JudgeTests implements UserTask {
    private static final String DIFFERENCES = "One place on this machine instead of the sites; the same files, the same"
            + " layout and switch; tests run there without network and as another user.";

    private final Acceptances acceptances;
    private final Dossiers dossiers;
    private final Releases releases;
    private final Plans plans;

    JudgeTests(Acceptances acceptances, Dossiers dossiers, Releases releases, Plans plans) {
        this.acceptances = acceptances;
        this.dossiers = dossiers;
        this.releases = releases;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        PartId part = PartVariable.of(task);
        UnitRevision revision = releases.submitted(part.release()).revision(part.unit());
        TestsChapter tests = dossiers.chapter(part.release(), TestsChapter.class);
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(part.release(), List.of(ScopeChapter.class)));
        facts.put("unit", part.unit().value());
        facts.put("version", revision.version());
        facts.put("revisionDigest", revision.digest().hex());
        facts.put("vouchedBy", vouchedBy(tests, part));
        facts.put("trials", trials(tests, part));
        facts.put("testLog", testLog(part));
        facts.put("backoutMinutes", plans.get(part.release()).backoutLimit().toMinutes());
        facts.put("environmentDifferences", DIFFERENCES);
        return facts;
    }

    private static String vouchedBy(TestsChapter tests, PartId part) {
        return tests.parts().stream()
                .filter(each -> each.unit().equals(part.unit()))
                .map(TestsChapter.Judged::vouchedBy)
                .findFirst()
                .orElse("");
    }

    private static List<Map<String, Object>> trials(TestsChapter tests, PartId part) {
        return tests.trials().stream()
                .filter(each -> each.unit().equals(part.unit()))
                .map(each -> Map.<String, Object>of(
                        "trial",
                        each.trial(),
                        "against",
                        each.against(),
                        "result",
                        each.result(),
                        "seconds",
                        each.seconds()))
                .toList();
    }

    /** Indented, so that no line of it closes the block that the form shows it in. */
    private String testLog(PartId part) {
        return acceptances.findings(part).stream()
                .filter(finding -> finding.trial() == Trial.TESTS)
                .flatMap(finding -> Optional.ofNullable(finding.log()).stream())
                .map(log -> log.indent(4).stripTrailing())
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<String> decides(Map<String, String> properties) {
        return Optional.of(Gate.TEST_VERDICT.id());
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.TESTER);
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.IN_TEST)
                        .after(AcceptanceProcess.INSTALLED, AcceptanceProcess.TESTED, AcceptanceProcess.REHEARSED)
                        .passing(Gate.TEST_VERDICT.id()),
                Outcome.done().in(ReleaseState.IN_TEST));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean pass = submission.text("decision").equals("PASS");
        String reason = submission.optionalText("reason").orElse("");
        return switch (acceptances.judge(PartVariable.of(task), submission.actor(), pass, reason)) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
