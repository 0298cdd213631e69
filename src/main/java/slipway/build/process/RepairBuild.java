package slipway.build.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.engine.PartVariable;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.release.Dossiers;
import slipway.release.Offers;
import slipway.release.Releases;
import slipway.release.ScopeChapter;
import slipway.shared.PartId;
import slipway.shared.Result;

@Component
class RepairBuild implements UserTask {
    private final Builds builds;
    private final Offers offers;
    private final Releases releases;
    private final Dossiers dossiers;

    RepairBuild(Builds builds, Offers offers, Releases releases, Dossiers dossiers) {
        this.builds = builds;
        this.offers = offers;
        this.releases = releases;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        PartId part = PartVariable.of(task);
        Build build = builds.latest(part);
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(part.release(), List.of(ScopeChapter.class)));
        facts.put("unit", part.unit().value());
        // The field of the same name is the tag to build next, so the form shows the former one first.
        facts.put("tag", build.tag());
        facts.put("commit", build.commit());
        facts.put(
                "reasons",
                Tables.reasons(
                        releases.submitted(part.release()).part(part.unit()),
                        "Build " + build.attempt() + " of " + build.tag(),
                        build.problem()));
        facts.put("logTail", Tables.fenced(build.logTail()));
        facts.put("tags", Tables.choices(offers.of(part.unit())));
        return facts;
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.BUILDER);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (builds.repair(
                PartVariable.of(task),
                submission.actor(),
                submission.text("tag"),
                Builds.Cause.valueOf(submission.text("cause")),
                submission.text("remark"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
