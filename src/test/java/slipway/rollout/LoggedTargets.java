package slipway.rollout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import slipway.event.EventLog;
import slipway.rollout.RolloutEvent.AtSite;
import slipway.shared.PlaceOfUnit;

/** How far each part is at each site according to the event log alone. */
final class LoggedTargets {
    private LoggedTargets() {}

    /** What the log says last of each place; what never began, was not reached or is to return is not told by place. */
    static Map<PlaceOfUnit, TargetState> of(List<EventLog.Entry> entries) {
        Map<PlaceOfUnit, TargetState> last = new HashMap<>();
        Map<PlaceOfUnit, TargetState> ended = new HashMap<>();
        for (EventLog.Entry entry : entries) {
            if (entry.event() instanceof AtSite told) {
                PlaceOfUnit where = new PlaceOfUnit(told.site(), told.unit());
                state(told).ifPresent(state -> last.put(where, state));
                switch (told) {
                    case RolloutEvent.SiteVerified verified -> ended.put(where, TargetState.VERIFIED);
                    case RolloutEvent.SiteFailed failed -> ended.put(where, TargetState.FAILED);
                    // It is what it was when the release last came to its end there.
                    case RolloutEvent.SiteLeftAlone left -> last.put(where, Objects.requireNonNull(ended.get(where)));
                    default -> {}
                }
            }
        }
        return last;
    }

    private static Optional<TargetState> state(AtSite told) {
        return switch (told) {
            case RolloutEvent.SiteDistributed distributed -> Optional.of(TargetState.DISTRIBUTED);
            case RolloutEvent.SiteActivated activated -> Optional.of(TargetState.ACTIVATED);
            case RolloutEvent.SiteVerified verified -> Optional.of(TargetState.VERIFIED);
            case RolloutEvent.SiteFailed failed -> Optional.of(TargetState.FAILED);
            case RolloutEvent.SiteHadNothingToDo there -> Optional.of(TargetState.NOTHING_TO_DO);
            case RolloutEvent.SiteRestored restored -> Optional.of(TargetState.RESTORED);
            case RolloutEvent.SiteBackOutFailed failed -> Optional.of(TargetState.BACKOUT_FAILED);
            case RolloutEvent.SiteRepaired repaired -> Optional.of(TargetState.REPAIRED);
            case RolloutEvent.FirstActivation first -> Optional.empty();
            case RolloutEvent.SiteRepairReported reported -> Optional.empty();
            case RolloutEvent.SiteReportedLate reported -> Optional.empty();
            case RolloutEvent.SiteLeftAlone left -> Optional.empty();
        };
    }
}
