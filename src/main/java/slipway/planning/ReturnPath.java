package slipway.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.planning.EarlierReleases.Bringer;
import slipway.planning.EarlierReleases.Found;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/**
 * Where a unit at a site may return to: to a revision, or where that one was recalled, quarantined or backed out to the
 * one before it, and so on; the unit's absence is never barred.
 */
public final class ReturnPath {
    private ReturnPath() {}

    /** What is verified at a place, and the release that brought it; null = nothing, and from before Slipway. */
    public record Start(
            PlaceOfUnit where,
            @Nullable UnitRevision revision,
            @Nullable ReleaseNumber broughtBy) {}

    /**
     * What is verified at a place by what the CMDB says of it; where something else was switched on since and never
     * verified, who brought the verified one is what the release of that found there.
     */
    public static Start start(PlaceOfUnit where, Optional<Cmdb.Item> item, Function<ReleaseNumber, Bringer> bringers) {
        UnitRevision verified = item.map(Cmdb.Item::verified).orElse(null);
        ReleaseNumber by = item.map(Cmdb.Item::authorisedBy).orElse(null);
        UnitRevision authorised = item.map(Cmdb.Item::authorised).orElse(null);
        Optional<Found> found = by == null || Objects.equals(authorised, verified)
                ? Optional.empty()
                : bringers.apply(by).at(where).filter(each -> Objects.equals(each.predecessor(), verified));
        return new Start(where, verified, found.isPresent() ? found.get().broughtBy() : by);
    }

    /** Where it leads. */
    public sealed interface End {
        /** Each revision that it may not return to, with the reason, in the order in which they were passed over. */
        List<String> passedOver();
    }

    /** To that revision, or where it is null to the unit's absence; {@code broughtBy} is who had brought it. */
    public record Arrives(
            @Nullable UnitRevision to, @Nullable ReleaseNumber broughtBy, List<String> passedOver) implements End {}

    /** To nothing that anybody knows of. */
    public record NothingKnown(List<String> passedOver) implements End {}

    /** {@code barred} says why a revision may not be installed, in words; empty = it may. */
    public static End from(
            Start start, Function<ReleaseNumber, Bringer> bringers, Function<UnitRevision, Optional<String>> barred) {
        List<String> passedOver = new ArrayList<>();
        Set<@Nullable ReleaseNumber> walked = new HashSet<>();
        UnitRevision revision = start.revision();
        ReleaseNumber broughtBy = start.broughtBy();
        while (revision != null) {
            Optional<Bringer> bringer = Optional.ofNullable(broughtBy).map(bringers);
            Optional<Found> found = bringer.flatMap(each -> each.at(start.where()));
            Optional<String> why =
                    undone(bringer, found) ? Optional.of(broughtBy + " was backed out") : barred.apply(revision);
            if (why.isEmpty()) {
                return new Arrives(revision, broughtBy, List.copyOf(passedOver));
            }
            passedOver.add(revision + ": " + why.get());
            if (found.isEmpty() || !walked.add(broughtBy)) {
                return new NothingKnown(List.copyOf(passedOver));
            }
            revision = found.get().predecessor();
            broughtBy = found.get().broughtBy();
        }
        return new Arrives(null, broughtBy, List.copyOf(passedOver));
    }

    /** Whether the release that brought something has taken it back, everywhere or at least there. */
    private static boolean undone(Optional<Bringer> bringer, Optional<Found> found) {
        return bringer.filter(Bringer::backedOut).isPresent()
                || found.filter(Found::returned).isPresent();
    }
}
