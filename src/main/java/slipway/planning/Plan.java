package slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * One version of the plan of a release. {@code start} and {@code end} bound the approved window, half-open. {@code
 * returns} is what a back-out returns each part at each site to, by {@link ReturnPath} when the plan was written.
 */
public record Plan(
        ReleaseNumber release,
        int version,
        List<Objective> objectives,
        Instant start,
        Instant end,
        List<Return> returns,
        Duration backoutLimit,
        PointOfNoReturn pointOfNoReturn,
        Actor author) {

    /**
     * What one site returns to; null = the unit is removed, since it was not installed, or since nothing is known that may
     * be installed again. {@code passedOver} says what it may not return to and why; empty = it returns to what it runs.
     */
    public record Return(UnitId unit, SiteId site, @Nullable UnitRevision to, String passedOver) {

        PlaceOfUnit where() {
            return new PlaceOfUnit(site, unit);
        }

        /** What is there after a back-out. */
        public Content content() {
            return Content.of(to);
        }
    }

    /** Until when the release manager alone may order a back-out; it counts from activation, verified or not. */
    public enum PointOfNoReturn {
        /** After the first activation of the first wave. */
        FIRST_WAVE("from the first activation of the first wave"),
        /** After the first activation of the last wave. */
        LAST_WAVE("from the first activation of the last wave"),
        /** Never: every site can return at any time. */
        NONE("none, every site can return at any time");

        private final String words;

        PointOfNoReturn(String words) {
            this.words = words;
        }

        /** For people: until when the way back is open. */
        public String words() {
            return words;
        }
    }

    public Plan {
        objectives = List.copyOf(objectives);
        returns = List.copyOf(returns);
    }

    /** Every distinct content that sites return to with that unit: each is rehearsed once. */
    public Set<Content> distinctReturns(UnitId unit) {
        return returns.stream()
                .filter(each -> each.unit().equals(unit))
                .map(Return::content)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where a back-out removes the unit. */
    public Set<PlaceOfUnit> removed() {
        return returns.stream()
                .filter(each -> each.to() == null)
                .map(Return::where)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What approvals of the window bind to. */
    public String windowFingerprint() {
        return start + "/" + end;
    }

    /** What approvals of the back-out plan of a part bind to. */
    public String backoutFingerprint(UnitId unit) {
        TreeSet<String> lines = returns.stream()
                .filter(each -> each.unit().equals(unit))
                .map(each -> each.site() + " " + each.content())
                .collect(Collectors.toCollection(TreeSet::new));
        return Digest.of(unit + "\n" + lines + "\n" + backoutLimit + "\n" + pointOfNoReturn)
                .hex();
    }
}
