package slipway.release;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.change.Rfc;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What a scope must be made of: known sites, units that can be delivered, and RFCs for exactly these units. */
final class ScopeRules {
    private final Map<UnitId, Unit> register;
    private final Set<SiteId> sites;

    ScopeRules(Map<UnitId, Unit> register, Set<SiteId> sites) {
        this.register = register;
        this.sites = sites;
    }

    /** The first rule that the scope breaks, with everything that breaks it; {@code rfcs} are those of the scope. */
    Optional<Refusal> broken(Scope scope, Collection<Rfc> rfcs) {
        return unknownSites(scope)
                .or(() -> unknownUnits(scope))
                .or(() -> otherKinds(scope, rfcs))
                .or(() -> rfcsWithoutPart(scope, rfcs))
                .or(() -> partsWithoutRfc(scope, rfcs));
    }

    private Optional<Refusal> unknownSites(Scope scope) {
        return refusal(
                scope.sites(),
                site -> !sites.contains(site),
                "sites",
                "site-unknown",
                "The register has no site ",
                "; choose others.");
    }

    private Optional<Refusal> unknownUnits(Scope scope) {
        return refusal(
                scope.units(),
                unit -> !register.containsKey(unit),
                "parts",
                "unit-unknown",
                "The register has no unit ",
                "; choose others.");
    }

    private Optional<Refusal> otherKinds(Scope scope, Collection<Rfc> rfcs) {
        Predicate<UnitId> other = unit -> register.get(unit) != null && !(register.get(unit) instanceof Unit.Software);
        return named(scope.units(), other, this::kind)
                .map(units -> notDelivered("parts", units))
                .or(() -> named(rfcs, rfc -> other.test(rfc.unit()), rfc -> rfc.number() + " for " + kind(rfc.unit()))
                        .map(asked -> notDelivered("rfcs", asked)));
    }

    private String kind(UnitId unit) {
        return Optional.ofNullable(register.get(unit))
                .map(known -> unit + " (" + known.kind().name().toLowerCase(Locale.ROOT) + ")")
                .orElse(unit.value());
    }

    private static Refusal notDelivered(String field, String what) {
        return Refusal.at(
                field,
                "kind-not-delivered-yet",
                "Only software can be delivered so far, not " + what + "; leave it out and deliver it by other means.");
    }

    private static Optional<Refusal> rfcsWithoutPart(Scope scope, Collection<Rfc> rfcs) {
        return named(rfcs, rfc -> !scope.units().contains(rfc.unit()), rfc -> rfc.number() + " is for " + rfc.unit())
                .map(strangers -> Refusal.at(
                        "rfcs",
                        "rfcs-of-parts",
                        "Each RFC must be for a part of the release: " + strangers
                                + ". Add the part or leave the RFC out."));
    }

    private static Optional<Refusal> partsWithoutRfc(Scope scope, Collection<Rfc> rfcs) {
        Set<UnitId> asked = rfcs.stream().map(Rfc::unit).collect(Collectors.toUnmodifiableSet());
        return refusal(
                scope.units(),
                unit -> !asked.contains(unit),
                "parts",
                "part-without-rfc",
                "No RFC of the release asks for ",
                "; add an approved one or leave the part out.");
    }

    private static <T> Optional<Refusal> refusal(
            Set<T> all, Predicate<T> wrong, String field, String rule, String what, String wayOut) {
        return named(all, wrong).map(names -> Refusal.at(field, rule, what + names + wayOut));
    }

    private static <T> Optional<String> named(Collection<T> all, Predicate<T> wrong) {
        return named(all, wrong, String::valueOf);
    }

    private static <T> Optional<String> named(Collection<T> all, Predicate<T> wrong, Function<T, String> name) {
        List<String> names = all.stream().filter(wrong).map(name).sorted().toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
