package slipway.rollout;

import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.PAUSED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.People;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.planning.Plans;
import slipway.release.Journal;
import slipway.release.Releases;
import slipway.rollout.RolloutEvent.Kind;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredPausedRollouts implements PausedRollouts {
    private static final String FIELD = "decision";

    private final Releases releases;
    private final Plans plans;
    private final People people;
    private final TargetTable targets;
    private final TargetBook book;
    private final RolloutTable rollouts;
    private final Journal journal;

    StoredPausedRollouts(
            Releases releases,
            Plans plans,
            People people,
            TargetTable targets,
            TargetBook book,
            RolloutTable rollouts,
            Journal journal) {
        this.releases = releases;
        this.plans = plans;
        this.people = people;
        this.targets = targets;
        this.book = book;
        this.rollouts = rollouts;
        this.journal = journal;
    }

    @Override
    public String why(ReleaseNumber release) {
        return rollouts.events(release).reversed().stream()
                .filter(event -> event.kind() == Kind.PAUSED)
                .findFirst()
                .map(RolloutEvent::detail)
                .orElse("");
    }

    @Override
    public Result decide(ReleaseNumber release, Actor actor, PausedDecision decision, String reason) {
        if (releases.get(release).state() != PAUSED) {
            return Result.refused("state-table", "The rollout of " + release + " is not paused.");
        }
        Optional<Result> unfit = unfit(release, actor, decision);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        rollouts.note(release, Kind.DECIDED, null, actor, decision.name());
        journal.append(release, "PausedRolloutDecided", actor, Map.of("decision", decision.name(), "reason", reason));
        return Result.done();
    }

    @Override
    public Result resume(ReleaseNumber release) {
        Optional<PausedDecision> decision = Decided.latest(rollouts.events(release));
        boolean retry = decision.equals(Optional.of(PausedDecision.RETRY));
        if (!retry && !decision.equals(Optional.of(PausedDecision.RESUME))) {
            return Result.refused("not-decided", "Nobody decided to go on with the rollout of " + release + ".");
        }
        if (releases.move(release, IN_ROLLOUT) instanceof Result.Refused refused) {
            return refused;
        }
        book.moveAll(
                release,
                state -> state == TargetState.NOT_REACHED || (retry && state == TargetState.FAILED),
                TargetState.PLANNED,
                "the rollout goes on");
        rollouts.note(release, Kind.RESUMED, null, null, decision.get().name());
        journal.append(
                release,
                "RolloutResumed",
                null,
                Map.of("decision", decision.get().name()));
        return Result.done();
    }

    private Optional<Result> unfit(ReleaseNumber release, Actor actor, PausedDecision decision) {
        List<Target> all = targets.of(release);
        boolean failed = all.stream().anyMatch(target -> target.state() == TargetState.FAILED);
        return Optional.ofNullable(
                switch (decision) {
                    case RETRY -> null;
                    case RESUME ->
                        failed
                                ? Result.refusedAt(
                                        FIELD,
                                        "failed-sites-open",
                                        "Failed sites are to be retried or returned to their last revision first.")
                                : null;
                    case BACK_OUT_FAILED ->
                        failed ? null : Result.refusedAt(FIELD, "nothing-to-back-out", "No site has failed.");
                    case BACK_OUT_ALL ->
                        pastNoReturn(release, all) && !changeManager(actor)
                                ? Result.refusedAt(
                                        FIELD,
                                        "past-point-of-no-return",
                                        "Past the plan's point of no return the change manager decides on a full"
                                                + " back-out.")
                                : null;
                });
    }

    private boolean pastNoReturn(ReleaseNumber release, List<Target> all) {
        PointOfNoReturn point = plans.get(release).pointOfNoReturn();
        int last = all.stream().mapToInt(Target::wave).max().orElse(0);
        return switch (point) {
            case NONE -> false;
            case FIRST_WAVE -> activated(all, 1);
            case LAST_WAVE -> activated(all, last);
        };
    }

    private static boolean activated(List<Target> all, int wave) {
        return all.stream().anyMatch(target -> target.wave() == wave && target.state() == TargetState.VERIFIED);
    }

    private boolean changeManager(Actor actor) {
        return people.find(actor)
                .filter(person -> person.groups().contains("change-manager"))
                .isPresent();
    }
}
