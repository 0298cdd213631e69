package slipway.rollout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.SubmittedRelease;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** Finds where each part at each site would return to now, from the CMDB, the library and earlier releases. */
@Component
class WaysBack {
    private final Cmdb cmdb;
    private final Library library;
    private final TargetTable targets;
    private final BackOutTable backOuts;

    WaysBack(Cmdb cmdb, Library library, TargetTable targets, BackOutTable backOuts) {
        this.cmdb = cmdb;
        this.library = library;
        this.targets = targets;
        this.backOuts = backOuts;
    }

    /** What is done with each part that a decision is about, in the order in which they return. */
    record Ways(List<ReturnTable.Return> returns, List<ReturnTable.Left> left) {

        List<PausedRollouts.Return> shown() {
            return Stream.concat(
                            returns.stream()
                                    .map(each -> shown(
                                            each.target(),
                                            "returns to "
                                                    + Content.of(each.way().to()),
                                            false)),
                            left.stream()
                                    .map(each -> shown(each.target(), each.way().why(), true)))
                    .toList();
        }

        private static PausedRollouts.Return shown(Target target, String what, boolean leftAlone) {
            return new PausedRollouts.Return(target.site(), target.unit(), what, leftAlone);
        }
    }

    Ways of(SubmittedRelease release, PausedDecision decision, List<SiteStand> sites) {
        List<Target> concerned = BackOutRules.concerned(decision, sites);
        BackOutCase known = known(release, concerned);
        List<ReturnTable.Return> returns = new ArrayList<>();
        List<ReturnTable.Left> left = new ArrayList<>();
        for (Target target : concerned) {
            switch (BackOutRules.wayBack(target, known)) {
                case WayBack.Returns way -> returns.add(new ReturnTable.Return(target, way));
                case WayBack.LeftAlone way -> left.add(new ReturnTable.Left(target, way));
            }
        }
        return new Ways(returns, left);
    }

    private BackOutCase known(SubmittedRelease release, List<Target> concerned) {
        List<UnitId> units = concerned.stream().map(Target::unit).distinct().toList();
        Map<ReleaseNumber, BackOutCase.Bringer> bringers = new HashMap<>();
        return new BackOutCase(
                release.number(),
                units.stream().collect(Collectors.toMap(unit -> unit, release::revision)),
                units.stream()
                        .flatMap(unit -> cmdb.of(unit).stream())
                        .collect(Collectors.toMap(item -> new PlaceOfUnit(item.site(), item.unit()), item -> item)),
                units.stream()
                        .flatMap(unit -> library.of(unit).stream())
                        .collect(Collectors.toMap(Library.Holding::revision, holding -> holding)),
                // Few releases brought what the sites ran, and most back-outs walk no further than those.
                bringer -> bringers.computeIfAbsent(bringer, this::bringer));
    }

    private BackOutCase.Bringer bringer(ReleaseNumber release) {
        return new BackOutCase.Bringer(
                backOuts.ofAll(release),
                targets.of(release).stream()
                        .collect(Collectors.toMap(
                                Target::where,
                                target -> new BackOutCase.Found(
                                        target.predecessor(),
                                        target.predecessorBy(),
                                        target.state().returned()))));
    }
}
