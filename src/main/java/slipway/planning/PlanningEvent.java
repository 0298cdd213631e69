package slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import slipway.event.Event;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.WallClock;

/** What happened to plans, and to the sites that releases have for themselves. */
public sealed interface PlanningEvent extends Event {

    /** A version of the plan was written. */
    record PlanDrafted(int plan, Instant start, Instant end, Duration backoutLimit, PointOfNoReturn pointOfNoReturn)
            implements PlanningEvent {
        @Override
        public String words() {
            return "Plan " + plan + " drafted: activation from " + start + " to " + end
                    + ", a back-out of a site within " + backoutLimit.toMinutes() + " minutes, point of no return "
                    + pointOfNoReturn.words() + ".";
        }
    }

    /** The approved plan is the baseline from now on. */
    record PlanPublished(int plan) implements PlanningEvent {
        @Override
        public String words() {
            return "Plan " + plan + " is the baseline.";
        }
    }

    /** No other release may touch these units at these sites. */
    record SitesReserved(List<UnitId> units, List<SiteId> sites) implements PlanningEvent {
        @Override
        public String words() {
            return "Reserved for this release alone: " + listed(units) + " at " + listed(sites) + ".";
        }
    }

    /** Everything is verified and soaked there, or given up: others may have them. */
    record ReservationsEnded(List<SiteId> sites) implements PlanningEvent {
        @Override
        public String words() {
            return "Other releases may have " + listed(sites) + " again.";
        }
    }

    /** The rollout is over, and what was installed there is watched until then. */
    record ReservationsLast(List<SiteId> sites, Instant until) implements PlanningEvent {
        @Override
        public String words() {
            return "Other releases may have " + listed(sites) + " from " + WallClock.utc(until)
                    + " on, when what was installed there was watched for its whole soak.";
        }
    }

    /** The release went back before its authorisation, or ended, and keeps nothing for itself. */
    record ReservationsGivenBack(List<SiteId> sites) implements PlanningEvent {
        @Override
        public String words() {
            return "Gave back what was reserved at " + listed(sites) + ".";
        }
    }

    private static String listed(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
