package slipway.build.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.shared.Refusal;
import slipway.shared.Result;

@Component
class AttestScan implements UserTask {
    private final Builds builds;
    private final Releases releases;
    private final Library library;

    AttestScan(Builds builds, Releases releases, Library library) {
        this.builds = builds;
        this.releases = releases;
        this.library = library;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Build build = builds.latest(task.release());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", task.release().value());
        facts.put("title", releases.get(task.release()).title());
        facts.put("unit", build.unit().value());
        facts.put("version", build.revision().version());
        facts.put("revisionDigest", build.revision().digest().hex());
        facts.put("artefacts", Tables.artefacts(build.made()));
        facts.put(
                "companions",
                library.find(build.revision())
                        .map(holding -> Tables.companions(holding.companions()))
                        .orElseThrow(() -> new IllegalStateException("the library lacks " + build.revision())));
        return facts;
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
        return switch (builds.attestScan(
                task.release(),
                submission.actor(),
                clean,
                submission.text("scanner"),
                submission.optionalText("remark").orElse(""))) {
            case Result.Done done -> Recorded.with(BuildProcess.SCAN_CLEAN.name(), clean);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
