package slipway.rollout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.policy.Policies;
import slipway.release.GoLiveCondition;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;
import slipway.shared.UnitRevision;

/** What must hold at the moment a wave begins; every reason against it is named. */
@Component
class WaveGuard {
    private static final Set<Library.State> MAY_BE_DISTRIBUTED = Set.of(Library.State.ACCEPTED, Library.State.LIVE);

    private final Plans plans;
    private final Policies policies;
    private final Cmdb cmdb;
    private final Library library;
    private final ObjectProvider<GoLiveCondition> conditions;
    private final Clock clock;

    WaveGuard(
            Plans plans,
            Policies policies,
            Cmdb cmdb,
            Library library,
            ObjectProvider<GoLiveCondition> conditions,
            Clock clock) {
        this.plans = plans;
        this.policies = policies;
        this.cmdb = cmdb;
        this.library = library;
        this.conditions = conditions;
        this.clock = clock;
    }

    List<Refusal> reasons(Release release, int wave, List<Target> targets) {
        List<Refusal> reasons = new ArrayList<>(ofRollout(release, wave, targets));
        Plan plan = plans.get(release.number());
        Instant now = clock.instant();
        if (now.isBefore(plan.start()) || !now.isBefore(plan.end())) {
            reasons.add(Refusal.of(
                    "outside-approved-window",
                    "It is " + now + ", the approved window is " + plan.start() + " to " + plan.end() + "."));
        }
        for (Target target : targets) {
            if (target.wave() == wave && target.state().waiting()) {
                Site site = cmdb.site(target.site());
                reasons.addAll(policies.closed(site.id(), site.zone(), now));
                predecessor(release.builtRevision(), target).ifPresent(reasons::add);
            }
        }
        conditions.forEach(condition -> condition.unmet(release).ifPresent(reasons::add));
        revision(release.builtRevision()).ifPresent(reasons::add);
        return reasons;
    }

    private static List<Refusal> ofRollout(Release release, int wave, List<Target> targets) {
        List<Refusal> reasons = new ArrayList<>();
        if (release.state() != ReleaseState.IN_ROLLOUT) {
            reasons.add(Refusal.of("state-table", "Release " + release.number() + " is " + release.state() + "."));
        }
        if (targets.stream()
                .noneMatch(target -> target.wave() == wave && target.state().pending())) {
            reasons.add(Refusal.of("nothing-planned", "No site of wave " + wave + " is planned."));
        }
        if (targets.stream()
                .anyMatch(target -> target.wave() < wave && target.state().pending())) {
            reasons.add(Refusal.of("earlier-wave-open", "A wave before wave " + wave + " is not over."));
        }
        targets.stream()
                .filter(target -> target.wave() == wave && target.state() == TargetState.FAILED)
                .map(target -> Refusal.of(
                        "failed-site-undecided",
                        "Site " + target.site() + " failed (" + target.reason()
                                + "): retry it or return it to its last verified revision."))
                .forEach(reasons::add);
        return reasons;
    }

    private Optional<Refusal> predecessor(UnitRevision revision, Target target) {
        Optional<Cmdb.Record> record = cmdb.find(target.site(), target.unit());
        UnitRevision verified = record.map(Cmdb.Record::verified).orElse(null);
        UnitRevision observed = record.map(Cmdb.Record::observed).orElse(null);
        boolean own = target.attempt() > 1 || revision.equals(verified);
        boolean seenOther = !own
                && record.map(Cmdb.Record::observedAt).isPresent()
                && !Objects.equals(observed, target.predecessor());
        if (Objects.equals(verified, target.predecessor()) && !seenOther) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                "predecessor-changed",
                "Site " + target.site() + " was approved to be changed from " + name(target.predecessor())
                        + ", the CMDB says " + name(seenOther ? observed : verified) + "."));
    }

    private Optional<Refusal> revision(UnitRevision revision) {
        return library.find(revision)
                        .filter(holding -> MAY_BE_DISTRIBUTED.contains(holding.state()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "revision-not-accepted",
                        revision + " is not an accepted revision of the library: "
                                + library.find(revision)
                                        .map(holding -> "it is " + holding.state())
                                        .orElse("it is not there")
                                + "."));
    }

    static String name(@Nullable UnitRevision revision) {
        return revision == null ? "nothing installed" : revision.toString();
    }
}
