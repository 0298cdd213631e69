package slipway.rollout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.planning.EarlierReleases;
import slipway.planning.Plans;
import slipway.release.SubmittedRelease;
import slipway.shared.Content;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Finds where each part at each site would return to now, from the CMDB, the library and earlier releases. */
@Component
class WaysBack {
    private final Cmdb cmdb;
    private final Library library;
    private final EarlierReleases earlier;
    private final Plans plans;
    private final TargetTable targets;

    WaysBack(Cmdb cmdb, Library library, EarlierReleases earlier, Plans plans, TargetTable targets) {
        this.cmdb = cmdb;
        this.library = library;
        this.earlier = earlier;
        this.plans = plans;
        this.targets = targets;
    }

    /** What is done with each part that a decision is about, in the order in which they return. */
    record Ways(
            List<ReturnTable.Return> returns,
            List<ReturnTable.Left> left,
            BackOutCase known,
            Map<PlaceOfUnit, Content> planned) {

        List<PausedRollouts.Return> shown() {
            return Stream.concat(
                            returns.stream().map(each -> shown(each.target(), words(each), false)),
                            left.stream()
                                    .map(each -> shown(each.target(), each.way().why(), true)))
                    .toList();
        }

        private String words(ReturnTable.Return each) {
            Content to = Content.of(each.way().to());
            if (each.target().activated()) {
                return "returns to " + to + unrehearsed(each.target(), to);
            }
            return Optional.ofNullable(each.way().to())
                    .flatMap(known::barred)
                    .map(why -> "was never switched and is only looked at, to run " + to
                            + " as before; nobody installs that, for " + why)
                    .orElseGet(() -> "was never switched and is looked at; it returns to " + to
                            + " where it does not run that as before");
        }

        /** Whoever approved the plan saw something else. */
        private String unrehearsed(Target target, Content to) {
            return planned.getOrDefault(target.where(), to).equals(to)
                    ? ""
                    : ", not to " + planned.get(target.where()) + " as was planned: this way back was never rehearsed";
        }

        private static PausedRollouts.Return shown(Target target, String what, boolean leftAlone) {
            return new PausedRollouts.Return(target.site(), target.unit(), what, leftAlone);
        }
    }

    Ways of(SubmittedRelease release, PausedDecision decision, List<SiteStand> sites) {
        List<Target> concerned = BackOutRules.concerned(decision, sites);
        BackOutCase known = known(release, concerned);
        Dependants dependants = dependants(concerned);
        Set<PlaceOfUnit> staying = new HashSet<>();
        List<ReturnTable.Return> returns = new ArrayList<>();
        List<ReturnTable.Left> left = new ArrayList<>();
        for (Target target : concerned) {
            switch (wayBack(target, known, dependants, staying)) {
                case WayBack.Returns way -> returns.add(new ReturnTable.Return(target, way));
                case WayBack.LeftAlone way -> {
                    left.add(new ReturnTable.Left(target, way));
                    staying.add(target.where());
                }
            }
        }
        return new Ways(returns, left, known, planned(release));
    }

    private Map<PlaceOfUnit, Content> planned(SubmittedRelease release) {
        return plans.get(release.number()).returns().stream()
                .collect(Collectors.toMap(
                        each -> new PlaceOfUnit(each.site(), each.unit()), each -> Content.of(each.to())));
    }

    /** What requires a part stands behind it at its site, so that it comes first and is known to stay. */
    private static WayBack wayBack(Target target, BackOutCase known, Dependants dependants, Set<PlaceOfUnit> staying) {
        WayBack way = BackOutRules.wayBack(target, known);
        Optional<WayBack.LeftAlone> required = way instanceof WayBack.Returns returns
                ? dependants.against(target, returns, staying)
                : Optional.empty();
        return required.map(WayBack.class::cast).orElse(way);
    }

    private Dependants dependants(List<Target> concerned) {
        List<Unit> units = Dependants.of(
                cmdb.units(), concerned.stream().map(Target::unit).distinct().toList());
        return new Dependants(
                units,
                units.stream()
                        .flatMap(unit -> cmdb.of(unit.id()).stream())
                        .collect(Collectors.toMap(item -> new PlaceOfUnit(item.site(), item.unit()), item -> item)),
                (release, where) -> targets.find(release, where.unit(), where.site()),
                coming(concerned, units));
    }

    /** Whoever ordered that saw what it requires still there. */
    private Map<PlaceOfUnit, ReleaseNumber> coming(List<Target> concerned, List<Unit> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        Set<UnitId> dependants = units.stream().map(Unit::id).collect(Collectors.toSet());
        Set<SiteId> sites = concerned.stream().map(Target::site).collect(Collectors.toSet());
        return targets.changing(concerned.getFirst().release(), dependants, sites).stream()
                .filter(target -> target.state().pending())
                .collect(Collectors.toMap(Target::where, Target::release, (first, other) -> first));
    }

    /**
     * Where a part goes that was ordered to return that way, as things are now. One that was never switched is only looked
     * at; whoever repairs it is told to bring nothing there that is barred either.
     */
    WayBack now(SubmittedRelease release, Target target, WayBack.Returns ordered) {
        return target.activated() || target.state() == TargetState.BACKOUT_FAILED
                ? BackOutRules.onFrom(target, ordered, known(release, List.of(target)))
                : ordered;
    }

    private BackOutCase known(SubmittedRelease release, List<Target> concerned) {
        List<UnitId> units = concerned.stream().map(Target::unit).distinct().toList();
        Map<ReleaseNumber, EarlierReleases.Bringer> bringers = new HashMap<>();
        return new BackOutCase(
                release.number(),
                units.stream()
                        .flatMap(unit -> cmdb.of(unit).stream())
                        .collect(Collectors.toMap(item -> new PlaceOfUnit(item.site(), item.unit()), item -> item)),
                units.stream()
                        .flatMap(unit -> library.of(unit).stream())
                        .collect(Collectors.toMap(Library.Holding::revision, holding -> holding)),
                // Few releases brought what the sites ran, and most back-outs walk no further than those.
                bringer -> bringers.computeIfAbsent(bringer, earlier::bringer),
                plans.get(release.number()).removed());
    }
}
