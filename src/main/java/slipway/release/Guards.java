package slipway.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** What other capabilities have to say when a release is authorised, goes live, or closes; nobody there = refused. */
@Component
class Guards {
    private final ObjectProvider<MoveCondition> moves;
    private final ObjectProvider<GoLiveCondition> goLive;
    private final ObjectProvider<ClosingCondition> closing;
    private final ObjectProvider<Reserving> reserving;

    Guards(
            ObjectProvider<MoveCondition> moves,
            ObjectProvider<GoLiveCondition> goLive,
            ObjectProvider<ClosingCondition> closing,
            ObjectProvider<Reserving> reserving) {
        this.moves = moves;
        this.goLive = goLive;
        this.closing = closing;
        this.reserving = reserving;
    }

    Optional<Refusal> move(SubmittedRelease release, ReleaseState to) {
        List<MoveCondition> conditions = moves.stream().toList();
        return conditions.isEmpty()
                ? nobody(
                        "no-condition-registered",
                        "Nothing here checks what must be decided before, so no release moves.")
                : together(conditions.stream().map(condition -> condition.unmet(release, to)));
    }

    Optional<Refusal> goLive(SubmittedRelease release) {
        List<GoLiveCondition> conditions = goLive.stream().toList();
        return conditions.isEmpty()
                ? nobody("no-condition-registered", "Nothing here checks whether a release may go live, so none may.")
                : together(conditions.stream().map(condition -> condition.unmet(release)));
    }

    Optional<Refusal> closing(SubmittedRelease release) {
        List<ClosingCondition> conditions = closing.stream().toList();
        return conditions.isEmpty()
                ? nobody("no-condition-registered", "Nothing here checks whether a release may close, so none may.")
                : together(conditions.stream().map(condition -> condition.unmet(release)));
    }

    /** All or nothing over everybody who reserves. */
    Optional<Refusal> reserve(SubmittedRelease release) {
        List<Reserving> all = reserving.stream().toList();
        if (all.isEmpty()) {
            return nobody("nobody-reserves", "Nothing here reserves sites for a release, so none is authorised.");
        }
        List<Reserving> taken = new ArrayList<>();
        for (Reserving each : all) {
            Optional<Refusal> held = each.reserve(release);
            if (held.isPresent()) {
                taken.forEach(before -> before.giveBack(release.number()));
                return held;
            }
            taken.add(each);
        }
        return Optional.empty();
    }

    void giveBack(ReleaseNumber release) {
        reserving.forEach(each -> each.giveBack(release));
    }

    private static Optional<Refusal> nobody(String rule, String reason) {
        return Optional.of(Refusal.of(rule, reason));
    }

    private static Optional<Refusal> together(Stream<Optional<Refusal>> checks) {
        return MoveRules.together(checks.flatMap(Optional::stream).toList());
    }
}
