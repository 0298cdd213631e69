package slipway.build.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.build.PartsChapter;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.library.Library;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
class AttestScan implements UserTask {
    private final CheckIns checkIns;
    private final Library library;
    private final Dossiers dossiers;

    AttestScan(CheckIns checkIns, Library library, Dossiers dossiers) {
        this.checkIns = checkIns;
        this.library = library;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        PartId part = PartVariable.of(task);
        UnitRevision revision = checkIns.proposed(part);
        Library.Holding holding =
                library.find(revision).orElseThrow(() -> new IllegalStateException("the library lacks " + revision));
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(part.release(), List.of(ScopeChapter.class)));
        facts.put("unit", part.unit().value());
        facts.put("how", Tables.how(dossiers.chapter(part.release(), PartsChapter.class), part));
        facts.put("version", revision.version());
        facts.put("revisionDigest", revision.digest().hex());
        facts.put("artefacts", Tables.artefacts(holding.manifest()));
        facts.put("left", Tables.left(holding.manifest()));
        facts.put("list", Tables.list(holding.companions()));
        facts.put("companions", Tables.companions(holding.companions()));
        return facts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().giving(BuildProcess.SCAN_CLEAN, true).passing(BuildProcess.SCANNED),
                Outcome.done().giving(BuildProcess.SCAN_CLEAN, false));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        if (!submission.checked("sameDigests")) {
            return new Refused(Refusal.at(
                    "sameDigests",
                    "same-digests",
                    "Confirm that the files scanned have the digests shown; otherwise scan these files."));
        }
        boolean clean = submission.text("verdict").equals("CLEAN");
        return switch (checkIns.attestScan(
                PartVariable.of(task),
                submission.actor(),
                clean,
                submission.text("scanner"),
                submission.optionalText("remark").orElse(""))) {
            case Result.Done done -> Recorded.with(BuildProcess.SCAN_CLEAN.name(), clean);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
