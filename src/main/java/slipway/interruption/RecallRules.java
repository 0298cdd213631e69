package slipway.interruption;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Content;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What is recalled with a revision, which releases that concerns, and how. */
final class RecallRules {
    private RecallRules() {}

    static Optional<Library.Holding> ofVersion(List<Library.Holding> ofUnit, String version) {
        return ofUnit.stream()
                .filter(holding -> holding.revision().version().equals(version))
                .findFirst();
    }

    /** Why that version cannot be recalled, if so. */
    static Optional<Refusal> notRecalled(UnitId unit, String version, Optional<Library.Holding> found) {
        if (found.isEmpty()) {
            return Optional.of(Refusal.at(
                    "version", "unknown-revision", "The library holds no " + unit + " " + version + "; look it up."));
        }
        return found.get().recalled()
                ? Optional.of(Refusal.at(
                        "version",
                        "recalled-already",
                        unit + " " + version + " is recalled already; nothing is left to do."))
                : Optional.empty();
    }

    /** Each version that has the same files: they are recalled under all of them. */
    static List<Library.Holding> sameFiles(List<Library.Holding> ofUnit, UnitRevision recalled) {
        return ofUnit.stream()
                .filter(holding -> holding.revision().digest().equals(recalled.digest()))
                .toList();
    }

    static boolean delivers(SubmittedRelease release, UnitRevision revision) {
        return release.parts().stream().anyMatch(part -> part.revision().equals(Optional.of(revision)));
    }

    /** The sites that a plan returns to it. */
    static List<SiteId> returning(Optional<Plan> plan, UnitRevision revision) {
        return plan.map(Plan::returns).orElse(List.of()).stream()
                .filter(each -> revision.equals(each.to()))
                .map(Plan.Return::site)
                .toList();
    }

    /** As it was verified there, or seen there last, by whichever way it came. */
    private static boolean runs(Cmdb.Item item, UnitRevision revision) {
        return revision.equals(item.verified()) || Content.of(revision).equals(item.observed());
    }

    /** The releases that brought it to where it runs. */
    static Stream<ReleaseNumber> broughtBy(List<Cmdb.Item> ofUnit, UnitRevision revision) {
        return ofUnit.stream()
                .filter(item -> runs(item, revision))
                .map(Cmdb.Item::authorisedBy)
                .filter(Objects::nonNull);
    }

    /** What it does to a release: nothing but to take its way back, where it returns to it and does not deliver it. */
    static boolean takesWayBack(SubmittedRelease release, UnitRevision revision, Collection<SiteId> returning) {
        return !delivers(release, revision) && !returning.isEmpty();
    }

    /** What it does to a release whose way back it does not take. */
    static InterruptionRules.Effect effect(SubmittedRelease release, UnitRevision revision) {
        return delivers(release, revision)
                ? InterruptionRules.recalled(release.state())
                : InterruptionRules.Effect.NONE;
    }

    /** What is over returns no site any more. */
    static boolean mayReturn(ReleaseState state) {
        return !state.ended();
    }

    /** The sites of the release where it runs, by name. */
    static List<SiteId> running(List<Cmdb.Item> ofUnit, UnitRevision revision, SubmittedRelease release) {
        return ofUnit.stream()
                .filter(item -> runs(item, revision))
                .map(Cmdb.Item::site)
                .filter(site -> release.sites().contains(site))
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
    }
}
