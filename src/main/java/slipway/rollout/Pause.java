package slipway.rollout;

import java.util.List;
import java.util.Optional;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitRevision;

/**
 * What decides what may be decided: whether the rollout was stopped while it ran ({@code false} = later, with every wave
 * over), whether failed sites wait for a decision, whether sites stand half-way between two of their parts, whether the
 * plan's window has passed, and its point of no return; which of its RFCs were taken back or rejected meanwhile, those of
 * them that some site keeps what they asked for of, and which of its revisions no site may be switched to, and why
 * the wave that would come next could not begin, since its sites run or return to something else than was planned.
 */
record Pause(
        boolean inRollout,
        boolean failedSites,
        boolean halfWaySites,
        boolean windowPassed,
        boolean pastNoReturn,
        List<RfcNumber> takenBack,
        List<RfcNumber> toRemove,
        List<UnitRevision> barred,
        Optional<Refusal> changed) {
    Pause {
        takenBack = List.copyOf(takenBack);
        toRemove = List.copyOf(toRemove);
        barred = List.copyOf(barred);
    }
}
