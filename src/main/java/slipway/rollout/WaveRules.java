package slipway.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Content;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.UnitRevision;
import slipway.shared.WallClock;

/** What must hold at the moment a wave begins; every reason against it is named. */
final class WaveRules {
    private WaveRules() {}

    static List<Refusal> reasons(WaveCheck check) {
        List<Refusal> reasons = new ArrayList<>();
        rollout(check, reasons);
        window(check, reasons);
        soak(check).ifPresent(reasons::add);
        reasons.addAll(check.closed());
        check.returnsChanged().ifPresent(reasons::add);
        check.toDo()
                .forEach(target ->
                        predecessor(check.release(), check.items(), target).ifPresent(reasons::add));
        check.toDo().stream()
                .filter(target -> !check.reserved().contains(target.where()))
                .map(target -> Refusal.of(
                        "not-reserved",
                        target.where() + " is not reserved for "
                                + check.release().number() + "; back it out, or end its rollout here."))
                .forEach(reasons::add);
        check.release()
                .revisions()
                .forEach(revision -> revision(check, revision).ifPresent(reasons::add));
        reasons.addAll(check.conditions());
        return reasons;
    }

    private static void rollout(WaveCheck check, List<Refusal> reasons) {
        if (check.release().state() != ReleaseState.IN_ROLLOUT) {
            reasons.add(Refusal.of(
                    "not-in-rollout",
                    "Release " + check.release().number() + " is "
                            + check.release().state().words() + "."));
        }
        if (check.threshold().isEmpty()) {
            reasons.add(Refusal.of(
                    "threshold-unreadable", "Nobody can read how many sites may fail; schedule the rollout again."));
        }
        if (check.toDo().isEmpty()) {
            reasons.add(Refusal.of("nothing-planned", "No site of wave " + check.wave() + " is planned."));
        }
        if (check.targets().stream()
                .anyMatch(
                        target -> target.wave() < check.wave() && target.state().pending())) {
            reasons.add(Refusal.of(
                    "earlier-wave-open", "A wave before wave " + check.wave() + " is not over; wait for it."));
        }
        check.targets().stream()
                .filter(target -> target.wave() == check.wave() && undecided(target))
                .map(target -> Refusal.of(
                        "failed-site-undecided",
                        "Site " + target.site() + " failed (" + target.reason()
                                + "): retry it or return it to what it ran before."))
                .forEach(reasons::add);
    }

    /** Whether nothing is to be done there: the revision was verified, and seen to be nothing else since. */
    static boolean runsAlready(WaveCheck check, Target target) {
        UnitRevision revision = check.release().revision(target.unit());
        return Optional.ofNullable(check.items().get(target.where()))
                .filter(item -> revision.equals(item.verified()))
                .map(Cmdb.Item::observed)
                .filter(new Content.Known(revision)::equals)
                .isPresent();
    }

    /** Whether a person still has to decide on a part that failed at a site. */
    static boolean undecided(Target target) {
        return target.state() == TargetState.FAILED && target.leftAlone().isEmpty();
    }

    private static void window(WaveCheck check, List<Refusal> reasons) {
        if (check.now().isBefore(check.plan().start())
                || !check.now().isBefore(check.plan().end())) {
            reasons.add(Refusal.of(
                    "outside-approved-window",
                    "It is " + WallClock.utc(check.now()) + ", the approved window is "
                            + WallClock.utc(check.plan().start()) + " to "
                            + WallClock.utc(check.plan().end()) + "."));
        }
    }

    private static Optional<Refusal> soak(WaveCheck check) {
        return check.soaksUntil()
                .filter(check.now()::isBefore)
                .map(until -> Refusal.of(
                        "earlier-wave-soaks",
                        "What was installed before wave " + check.wave() + " is watched until " + WallClock.utc(until)
                                + "; wait until then, or back it out."));
    }

    /** What the go was given for must be what the CMDB says, as verified and as observed last. */
    static Optional<Refusal> predecessor(SubmittedRelease release, Map<PlaceOfUnit, Cmdb.Item> items, Target target) {
        Optional<Cmdb.Item> item = Optional.ofNullable(items.get(target.where()));
        UnitRevision verified = item.map(Cmdb.Item::verified).orElse(null);
        Content observed = item.map(Cmdb.Item::observed).orElse(null);
        // After the first attempt the site may show what we left there.
        boolean again = target.attempt() > 1 || target.state() == TargetState.FAILED;
        boolean asExpected = Objects.equals(verified, target.predecessor())
                || (again && release.revision(target.unit()).equals(verified));
        boolean asSeen = again || observed == null || observed.equals(Content.of(target.predecessor()));
        if (asExpected && asSeen) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                "predecessor-changed",
                "Site " + target.site() + " was approved to be changed from " + Content.of(target.predecessor())
                        + ", the CMDB says " + (asExpected ? observed : Content.of(verified))
                        + "; back out, or end the rollout here and release again for the sites that are left."));
    }

    private static Optional<Refusal> revision(WaveCheck check, UnitRevision revision) {
        return Library.Holding.barred(check.holdings().get(revision.unit()))
                .map(why -> Refusal.of("revision-not-accepted", revision + " may not be installed: " + why + "."));
    }
}
