package slipway.interruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.event.EventLog;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.Stops;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;

/** An RFC that is taken back or rejected, and what that does to the open releases that have it. */
@Component
class Withdrawals {
    private final Changes changes;
    private final Releases releases;
    private final Stops stops;
    private final WaysOut waysOut;
    private final EventLog events;

    Withdrawals(Changes changes, Releases releases, Stops stops, WaysOut waysOut, EventLog events) {
        this.changes = changes;
        this.releases = releases;
        this.stops = stops;
        this.waysOut = waysOut;
        this.events = events;
    }

    sealed interface Outcome {}

    record TakenBack(List<Interruption> interruptions) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    Outcome takeBack(RfcNumber rfc, Actor actor, Rfc.Status as, String reason) {
        List<ReleaseNumber> holders = changes.claimants(rfc);
        holders.forEach(stops::hold);
        changes.hold(Set.of(rfc));
        if (!holders.containsAll(changes.claimants(rfc))) {
            return new Refused(Refusal.at(
                    "rfc", "rfc-changed", "A release was submitted with " + rfc + " at this moment; do it again."));
        }
        if (changes.takeBack(rfc, actor, as, reason) instanceof Result.Refused no) {
            return new Refused(no.refusal());
        }
        List<Interruption> all = new ArrayList<>();
        for (ReleaseNumber release : holders) {
            ReleaseState state = releases.get(release).state();
            String effect = InterruptionRules.takenBackWords(state);
            events.append(release, actor, new InterruptionEvent.RfcTakenBack(rfc, as, reason, effect));
            leads(release, actor, InterruptionRules.takenBack(state), rfc + " was " + as.words() + ": " + reason)
                    .ifPresent(all::add);
        }
        return new TakenBack(all);
    }

    private Optional<Interruption> leads(
            ReleaseNumber release, Actor actor, InterruptionRules.Effect effect, String why) {
        return switch (effect) {
            case STANDS -> waysOut.haltBetweenSites(release, actor, why);
            case CONFIRMS_SCOPE_AGAIN -> {
                waysOut.goBack(release, ReleaseState.SUBMITTED, why);
                yield Optional.of(new Interruption(release, Interruption.Kind.RFC_TAKEN_BACK));
            }
            case MAKES_PART_AGAIN,
                    PLANS_AGAIN,
                    STOOD_ALREADY,
                    RETURNS_ALREADY,
                    REPAIRED_FIRST,
                    RETURNS_UNREHEARSED,
                    NONE -> Optional.empty();
        };
    }
}
