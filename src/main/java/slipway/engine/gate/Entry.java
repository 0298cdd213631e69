package slipway.engine.gate;

import java.util.List;
import slipway.engine.Finding;

/** What came of models at the gate. */
public sealed interface Entry {
    /** All of them were deployed, together. */
    record Entered(String deployment) implements Entry {}

    /** None was deployed; every reason is listed. */
    record Refused(List<Finding> findings) implements Entry {}
}
