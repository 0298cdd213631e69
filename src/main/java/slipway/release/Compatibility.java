package slipway.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/**
 * Whether what a release delivers fits what its sites run besides: each unit finds the units that it requires, none
 * meets one that it conflicts with. What the release delivers itself counts as being at each of its sites.
 */
final class Compatibility {
    private final Map<UnitId, String> delivered;
    private final Set<SiteId> sites;
    private final Map<UnitId, Map<SiteId, String>> running;

    /** {@code delivered}: version by unit; {@code running}: what each site runs of each unit. */
    Compatibility(Map<UnitId, String> delivered, Set<SiteId> sites, Map<UnitId, Map<SiteId, String>> running) {
        this.delivered = delivered;
        this.sites = sites;
        this.running = running;
    }

    /** The units whose running versions matter to these: required by them, or in conflict with them. */
    static Set<UnitId> neighbours(Set<UnitId> delivered, Collection<Unit> register) {
        Set<UnitId> neighbours = new HashSet<>();
        for (Unit unit : register) {
            if (delivered.contains(unit.id())) {
                neighbours.addAll(unit.requires().keySet());
                neighbours.addAll(unit.conflicts());
            } else if (unit.conflicts().stream().anyMatch(delivered::contains)) {
                neighbours.add(unit.id());
            }
        }
        return neighbours;
    }

    /** Everything that does not fit, in one refusal; the register holds at least the delivered units. */
    Optional<Refusal> unmet(Collection<Unit> register) {
        Set<String> requirements = new TreeSet<>();
        Set<String> conflicts = new TreeSet<>();
        for (Unit unit : register) {
            if (delivered.containsKey(unit.id())) {
                unit.requires()
                        .forEach((required, atLeast) ->
                                missing(unit.id(), required, atLeast).ifPresent(requirements::add));
            }
            unit.conflicts().forEach(other -> clash(unit.id(), other).ifPresent(conflicts::add));
        }
        if (!requirements.isEmpty()) {
            return Optional.of(Refusal.at(
                    "parts",
                    "requires-unmet",
                    String.join(" ", requirements)
                            + " Deliver what is required with this release or before it, or leave"
                            + " the sites out."));
        }
        return conflicts.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "parts",
                        "conflicts-with",
                        String.join(" ", conflicts) + " Leave one of the two out, or the sites."));
    }

    private Optional<String> missing(UnitId unit, UnitId required, String atLeast) {
        Map<String, List<String>> lacking = new TreeMap<>();
        for (SiteId site : sites) {
            Optional<String> there = there(required, site);
            if (there.filter(version -> reaches(version, atLeast)).isEmpty()) {
                lacking.computeIfAbsent(there.orElse("none"), any -> new ArrayList<>())
                        .add(site.value());
            }
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(unit + " requires " + required + " " + atLeast + " or later; there will be "
                        + lacking.entrySet().stream()
                                .map(each -> each.getKey() + " at " + named(each.getValue()))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private Optional<String> clash(UnitId one, UnitId other) {
        if (!delivered.containsKey(one) && !delivered.containsKey(other)) {
            return Optional.empty();
        }
        List<String> together = sites.stream()
                .filter(site ->
                        there(one, site).isPresent() && there(other, site).isPresent())
                .map(SiteId::value)
                .toList();
        return together.isEmpty()
                ? Optional.empty()
                : Optional.of(one + " may not run beside " + other + "; they would meet at " + named(together) + ".");
    }

    private Optional<String> there(UnitId unit, SiteId site) {
        return Optional.ofNullable(delivered.get(unit))
                .or(() ->
                        Optional.ofNullable(running.getOrDefault(unit, Map.of()).get(site)));
    }

    static boolean reaches(String version, String atLeast) {
        return version.equals(atLeast)
                || Version.of(version)
                        .flatMap(one -> Version.of(atLeast).map(other -> one.compareTo(other) >= 0))
                        .orElse(false);
    }

    private static String named(List<String> sites) {
        return sites.stream().sorted().collect(Collectors.joining(", "));
    }
}
