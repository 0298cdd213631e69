package slipway.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.planning.ReturnPath;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** Which parts at which sites a back-out returns, in which order, and to what. */
final class BackOutRules {
    /** Last in first out; what was never switched comes first, since nothing lies on it. */
    private static final Comparator<Target> LAST_IN_FIRST_OUT = Comparator.comparing(
                    Target::activatedOrder, Comparator.nullsFirst(Comparator.<Long>reverseOrder()))
            .thenComparing(Target::wave, Comparator.reverseOrder())
            .thenComparing(target -> target.site().value())
            .thenComparing(Target::place, Comparator.reverseOrder());

    private BackOutRules() {}

    /**
     * What the decision is about: every part that was begun, of failed sites and of those stopped half-way, or of all
     * sites; in their order.
     */
    static List<Target> concerned(PausedDecision decision, List<SiteStand> sites) {
        return sites.stream()
                .filter(site ->
                        decision == PausedDecision.BACK_OUT_ALL || site.state() == TargetState.FAILED || site.halfWay())
                .flatMap(site -> site.parts().stream())
                .filter(part -> part.state() == TargetState.FAILED || part.state() == TargetState.VERIFIED)
                .sorted(LAST_IN_FIRST_OUT)
                .toList();
    }

    static WayBack wayBack(Target target, BackOutCase known) {
        Optional<Cmdb.Item> item = known.item(target.where());
        Optional<WayBack.LeftAlone> onTop = onTop(target, item);
        if (onTop.isPresent()) {
            return onTop.get();
        }
        // Never switched, so it still runs what it ran: there is nothing to choose, only to look.
        return target.activated()
                ? revisionToReturnTo(target, known)
                : new WayBack.Returns(target.predecessor(), target.predecessorBy());
    }

    /** Nothing falls below what another release brought later. */
    static Optional<WayBack.LeftAlone> onTop(Target target, Optional<Cmdb.Item> item) {
        if (!overtaken(target, item)) {
            return Optional.empty();
        }
        ReleaseNumber theirs = item.map(Cmdb.Item::authorisedBy).orElse(null);
        return Optional.of(
                theirs == null
                        ? new WayBack.LeftAlone("what is authorised there was not brought by a release.", null)
                        : new WayBack.LeftAlone(
                                theirs + " lies on top; back that out first, or leave it as it is.", theirs));
    }

    /** Whether what is authorised there is neither of the release nor what was there before it came. */
    static boolean overtaken(Target target, Optional<Cmdb.Item> item) {
        ReleaseNumber theirs = item.map(Cmdb.Item::authorisedBy).orElse(null);
        boolean untouched = !target.activated() && Objects.equals(theirs, target.predecessorBy());
        return !target.release().equals(theirs)
                && !untouched
                && item.filter(there -> below(target, there)).isEmpty();
    }

    /** A back-out that found something foreign gave the word back to what the release had found, or had to return to. */
    private static boolean below(Target target, Cmdb.Item item) {
        return is(item, target.predecessor(), target.predecessorBy()) || is(item, target.returnTo(), target.returnBy());
    }

    private static boolean is(Cmdb.Item item, @Nullable UnitRevision revision, @Nullable ReleaseNumber broughtBy) {
        return Objects.equals(item.authorised(), revision) && Objects.equals(item.authorisedBy(), broughtBy);
    }

    /** The predecessor, or where that is barred the one before, and so on. */
    private static WayBack revisionToReturnTo(Target target, BackOutCase known) {
        return onFrom(target, new WayBack.Returns(target.predecessor(), target.predecessorBy()), known);
    }

    /** That one, or where it is barred by now the one before it; what is removed unplanned, a person removes. */
    static WayBack onFrom(Target target, WayBack.Returns way, BackOutCase known) {
        ReturnPath.Start start = new ReturnPath.Start(target.where(), way.to(), way.broughtBy());
        return switch (ReturnPath.from(start, known.bringers(), known::barred)) {
            case ReturnPath.Arrives arrives -> new WayBack.Returns(arrives.to(), arrives.broughtBy());
            case ReturnPath.NothingKnown nothing ->
                known.toBeRemoved().contains(target.where())
                        ? new WayBack.Returns(null, null)
                        : new WayBack.LeftAlone(
                                "nothing is left that it may return to ("
                                        + String.join("; ", nothing.passedOver())
                                        + "); somebody must put it right there.",
                                null);
        };
    }
}
