package slipway.build.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Journal;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class RepairBuild implements UserTask {
    private static final List<String> REASONS = List.of("AcceptanceRefused", "BuildFailed", "BuildPassed");

    private final Builds builds;
    private final Releases releases;
    private final Journal journal;

    RepairBuild(Builds builds, Releases releases, Journal journal) {
        this.builds = builds;
        this.releases = releases;
        this.journal = journal;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Build build = builds.latest(task.release());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", task.release().value());
        facts.put("title", releases.get(task.release()).title());
        facts.put("unit", build.unit().value());
        // The field of the same name is the tag to build next, so the form shows the former one first.
        facts.put("tag", build.tag());
        facts.put("commit", build.commit());
        facts.put("problem", build.problem().isEmpty() ? refusal(task.release()) : build.problem());
        facts.put("logTail", build.logTail());
        facts.put(
                "tags",
                builds.tags(build.unit()).stream()
                        .map(tag -> Map.of("label", tag, "value", tag))
                        .toList());
        return facts;
    }

    private String refusal(ReleaseNumber release) {
        return journal.of(release).reversed().stream()
                .filter(entry -> REASONS.contains(entry.event()))
                .findFirst()
                .map(entry -> String.valueOf(entry.details().getOrDefault("reason", "")))
                .orElse("");
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (builds.repair(
                task.release(),
                submission.actor(),
                submission.text("tag"),
                Builds.Cause.valueOf(submission.text("cause")),
                submission.text("remark"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
