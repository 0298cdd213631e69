package slipway.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.cmdb.Cmdb;
import slipway.planning.Plan.Return;
import slipway.shared.Content;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What a back-out returns each part at each site to, and whether it may ever be returned to. */
final class Returns {
    private record Place(UnitId unit, SiteId site) {}

    private record To(UnitId unit, Content content) {}

    private Returns() {}

    /** For every unit, in this order, and every site, by id: what is verified there, nothing where nothing is. */
    static List<Return> of(List<UnitId> units, Set<SiteId> sites, Collection<Cmdb.Item> items) {
        Map<Place, Optional<UnitRevision>> verified = items.stream()
                .collect(Collectors.toMap(
                        item -> new Place(item.unit(), item.site()), item -> Optional.ofNullable(item.verified())));
        List<SiteId> sorted =
                sites.stream().sorted(Comparator.comparing(SiteId::value)).toList();
        List<Return> returns = new ArrayList<>();
        for (UnitId unit : units) {
            for (SiteId site : sorted) {
                Optional<UnitRevision> to = verified.getOrDefault(new Place(unit, site), Optional.empty());
                returns.add(new Return(unit, site, to.orElse(null)));
            }
        }
        return List.copyOf(returns);
    }

    /** Why sites could not be returned, if so: what they run may never be installed again. */
    static Optional<Refusal> barred(List<Return> returns, Predicate<UnitRevision> mayBeInstalled) {
        List<String> barred = grouped(returns).entrySet().stream()
                .filter(group -> group.getKey()
                        .content()
                        .known()
                        .filter(mayBeInstalled.negate())
                        .isPresent())
                .map(group -> group.getKey().content() + " at " + named(group.getValue()))
                .toList();
        return barred.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "return-barred",
                        "These sites could not be backed out, since what they run may not be installed again: "
                                + String.join("; ", barred)
                                + ". Leave them out of the release, or bring them to another revision first."));
    }

    /** Each distinct content of a unit with the sites that return to it, in the order of the returns. */
    static List<PlanChapter.ReturnTo> chapter(List<Return> returns) {
        return grouped(returns).entrySet().stream()
                .map(group -> new PlanChapter.ReturnTo(
                        group.getKey().unit(), group.getKey().content().toString(), group.getValue()))
                .toList();
    }

    private static Map<To, List<SiteId>> grouped(List<Return> returns) {
        Map<To, List<SiteId>> groups = new LinkedHashMap<>();
        returns.forEach(each -> groups.computeIfAbsent(
                        new To(each.unit(), Content.of(each.to())), any -> new ArrayList<>())
                .add(each.site()));
        return groups;
    }

    private static String named(List<SiteId> sites) {
        return sites.stream().map(SiteId::value).collect(Collectors.joining(", "));
    }
}
