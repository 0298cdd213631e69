package slipway.approval;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

/** The gates that a release has to pass, as they were demanded of it when it was submitted. */
public interface DemandedGates {

    /** The states that a gate can be demanded before: those on the way to the sites. */
    Set<ReleaseState> BEFORE = EnumSet.range(ReleaseState.PLANNED, ReleaseState.IN_ROLLOUT);

    /**
     * A gate, the group that has to pass it, and the state that the release does not reach before; empty = the table
     * names none that is known, so that the gate is demanded before every state.
     */
    record Demanded(Gate gate, String group, Optional<ReleaseState> before) {}

    /** In the order in which they are passed; an error where nothing was demanded yet. */
    List<Demanded> of(ReleaseNumber release);
}
