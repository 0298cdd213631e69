package slipway.approval;

import java.util.List;
import slipway.shared.ReleaseNumber;

/** The gates that a release has to pass, as they were demanded of it when it was submitted. */
public interface DemandedGates {

    /** A gate and the group whose members may pass it. */
    record Demanded(Gate gate, String group) {}

    /** In the order in which they are passed; an error where nothing was demanded yet. */
    List<Demanded> of(ReleaseNumber release);
}
