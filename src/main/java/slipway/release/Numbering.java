package slipway.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * The numbering rule, seen from what each site of a release runs: nothing falls back, something is new, and our own
 * units keep their major version unless the release is major. Vendors choose their numbers; where those cannot be
 * ordered, nothing is said of them.
 */
final class Numbering {
    /** The version that a release brings to its sites; {@code ours} = built by us, so that its number is our choice. */
    record Next(UnitId unit, String version, boolean ours) {
        static Next of(Unit unit, String version) {
            boolean ours = unit instanceof Unit.Software software && software.source() instanceof Unit.Repository;
            return new Next(unit.id(), version, ours);
        }
    }

    private Numbering() {}

    /** The version that runs at each site. */
    static Map<SiteId, String> running(Map<UnitRevision, Set<SiteId>> live) {
        Map<SiteId, String> running = new HashMap<>();
        live.forEach((revision, sites) -> sites.forEach(site -> running.put(site, revision.version())));
        return running;
    }

    /** The version that each site may run as soon as what is under way there is over. */
    static Map<SiteId, String> soon(List<Cmdb.Item> items) {
        Map<SiteId, String> soon = new HashMap<>();
        for (Cmdb.Item item : items) {
            UnitRevision there = item.authorised() == null ? item.verified() : item.authorised();
            if (there != null) {
                soon.put(item.site(), there.version());
            }
        }
        return soon;
    }

    /** Why these sites cannot get this version, whatever the type of the release; {@code running} by site. */
    static Optional<Refusal> unfit(Next next, Set<SiteId> sites, Map<SiteId, String> running) {
        if (next.ours() && Version.of(next.version()).isEmpty()) {
            return Optional.of(Refusal.of(
                    "numbering",
                    "Version " + next.version() + " of " + next.unit() + " cannot be compared with any other; number it"
                            + " with digits and dots."));
        }
        if (sites.stream().allMatch(site -> running.containsKey(site) && same(running.get(site), next.version()))) {
            return Optional.of(Refusal.of(
                    "nothing-new",
                    next.unit() + " " + next.version() + " runs already at every site of the release; choose a later"
                            + " version or other sites."));
        }
        return fallsBack(next.unit(), next.version(), sites, running);
    }

    /** Why this version is lower than what some of these sites run, if so; {@code running} by site. */
    static Optional<Refusal> fallsBack(UnitId unit, String version, Set<SiteId> sites, Map<SiteId, String> running) {
        return named(
                sites,
                running,
                runs -> order(version, runs) < 0,
                "downgrades-site",
                unit + " " + version + " is lower than what runs at ",
                "; leave these sites out or choose a later version.");
    }

    /** Why this version contradicts the type of the release, if so. */
    static Optional<Refusal> contradiction(
            Next next, ReleaseType type, Set<SiteId> sites, Map<SiteId, String> running) {
        return type == ReleaseType.MAJOR || !next.ours()
                ? Optional.empty()
                : named(
                        sites,
                        running,
                        runs -> !sameMajor(next.version(), runs),
                        "numbering",
                        next.unit() + " " + next.version() + " does not keep the major version, though the release is "
                                + type.words() + ", at ",
                        "; choose a version of the same major number or leave these sites out.");
    }

    private static Optional<Refusal> named(
            Set<SiteId> sites,
            Map<SiteId, String> running,
            Predicate<String> wrong,
            String rule,
            String what,
            String wayOut) {
        Map<String, List<String>> at = new TreeMap<>();
        sites.stream()
                .map(SiteId::value)
                .sorted()
                .forEach(site -> Optional.ofNullable(running.get(new SiteId(site)))
                        .filter(wrong)
                        .ifPresent(runs -> at.computeIfAbsent(runs, any -> new ArrayList<>())
                                .add(site)));
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        rule,
                        what
                                + at.entrySet().stream()
                                        .map(each -> String.join(", ", each.getValue()) + " (" + each.getKey() + ")")
                                        .collect(Collectors.joining(", "))
                                + wayOut));
    }

    private static boolean same(String runs, String next) {
        return runs.equals(next)
                || (Version.of(runs).isPresent() && Version.of(runs).equals(Version.of(next)));
    }

    /** Zero where they cannot be ordered. */
    private static int order(String next, String runs) {
        return Version.of(next)
                .flatMap(one -> Version.of(runs).map(one::compareTo))
                .orElse(0);
    }

    private static boolean sameMajor(String next, String runs) {
        return Version.of(next)
                .flatMap(one -> Version.of(runs).map(other -> one.major() == other.major()))
                .orElse(false);
    }
}
