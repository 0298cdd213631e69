package slipway.acceptance.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.TestsChapter;
import slipway.approval.Gate;
import slipway.build.AuthorsChapter;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.planning.PlanChapter;
import slipway.release.Dossiers;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.ScopeChapter;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;

@Component
class AcceptForBusiness implements UserTask {
    private final Acceptances acceptances;
    private final Dossiers dossiers;
    private final Releases releases;

    AcceptForBusiness(Acceptances acceptances, Dossiers dossiers, Releases releases) {
        this.acceptances = acceptances;
        this.dossiers = dossiers;
        this.releases = releases;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(
                task.release(),
                List.of(ScopeChapter.class, PlanChapter.class, TestsChapter.class, AuthorsChapter.class)));
        facts.put("units", units(task.release()));
        return facts;
    }

    private List<Map<String, String>> units(ReleaseNumber release) {
        return releases.submitted(release).parts().stream()
                .map(ReleasePart::unit)
                .map(unit -> Map.of("label", unit.value(), "value", unit.value()))
                .toList();
    }

    @Override
    public Optional<String> decides(Map<String, String> properties) {
        return Optional.of(Gate.BUSINESS_ACCEPTANCE.id());
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.ACCEPTOR);
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.IN_TEST).passing(Gate.BUSINESS_ACCEPTANCE.id()),
                Outcome.done().in(ReleaseState.IN_TEST));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean accept = submission.text("decision").equals("ACCEPT");
        Set<UnitId> again = submission.list("again").stream().map(UnitId::new).collect(Collectors.toUnmodifiableSet());
        return switch (acceptances.acceptForBusiness(
                task.release(), submission.actor(), accept, again, submission.text("opinion"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
