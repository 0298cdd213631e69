package slipway.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Component
@Transactional(readOnly = true)
class CheckedScopes implements Scopes {
    private final Changes changes;
    private final Cmdb cmdb;
    private final Offers offers;
    private final SiteNumbers numbers;
    private final Compatibilities compatibilities;

    CheckedScopes(Changes changes, Cmdb cmdb, Offers offers, SiteNumbers numbers, Compatibilities compatibilities) {
        this.changes = changes;
        this.cmdb = cmdb;
        this.offers = offers;
        this.numbers = numbers;
        this.compatibilities = compatibilities;
    }

    @Override
    public Optional<Refusal> unfit(Scope scope) {
        return check(scope, Optional.empty());
    }

    @Override
    public Optional<Refusal> unfit(Scope scope, ReleaseType type) {
        return check(scope, Optional.of(type));
    }

    private Optional<Refusal> check(Scope scope, Optional<ReleaseType> type) {
        Map<UnitId, Unit> register = cmdb.units().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Set<SiteId> sites = cmdb.sites().stream().map(Site::id).collect(Collectors.toUnmodifiableSet());
        return changes.notReleasable(scope.rfcs())
                .or(() -> new ScopeRules(register, sites).broken(scope, rfcs(scope)))
                .or(() -> sources(scope, type));
    }

    private Collection<Rfc> rfcs(Scope scope) {
        return scope.rfcs().stream()
                .flatMap(number -> changes.find(number).stream())
                .toList();
    }

    private Optional<Refusal> sources(Scope scope, Optional<ReleaseType> type) {
        Map<UnitId, String> versions = new LinkedHashMap<>();
        for (PartScope part : scope.parts()) {
            switch (offers.pin(part.unit(), part.source())) {
                case Offers.Pinned pinned -> versions.put(part.unit(), pinned.version());
                case Offers.Unpinnable no -> {
                    return Optional.of(Refusal.at(
                            "parts", no.refusal().rule(), no.refusal().reason()));
                }
            }
        }
        return versions.entrySet().stream()
                .flatMap(each -> offers
                        .barred(each.getKey(), each.getValue())
                        .or(() -> numbers.unfit(each.getKey(), each.getValue(), scope.sites(), type))
                        .stream())
                .findFirst()
                .map(no -> Refusal.at("parts", no.rule(), no.reason()))
                .or(() -> compatibilities.unmet(versions, scope.sites()));
    }

    @Override
    public List<PartScope> inOrder(Map<UnitId, String> sources) {
        List<UnitId> registered = new ArrayList<>();
        Map<UnitId, Set<UnitId>> requires = new LinkedHashMap<>();
        for (Unit unit : cmdb.units()) {
            if (sources.containsKey(unit.id())) {
                registered.add(unit.id());
                requires.put(unit.id(), unit.requires().keySet());
            }
        }
        sources.keySet().stream().filter(unit -> !registered.contains(unit)).forEach(registered::add);
        return PartOrder.of(registered, requires).stream()
                .map(unit -> new PartScope(unit, Objects.requireNonNull(sources.get(unit))))
                .toList();
    }
}
