package slipway.approval;

import java.util.Map;
import slipway.shared.ReleaseNumber;

/** What a capability lays before the change manager at go or no-go, by the keys of the form. */
public interface DecisionFacts {
    /** Strings, numbers, and lists of maps for tables. */
    Map<String, Object> facts(ReleaseNumber release);
}
