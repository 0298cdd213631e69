package slipway.engine;

import java.util.List;
import java.util.Map;
import slipway.shared.ReleaseNumber;

/** The append-only ledger of decisions that tables took: table version, inputs, matched rules, result. */
public interface Decisions {
    /** The result rows of the newest decision by that table for the release; an error when it took none. */
    List<Map<String, Object>> latest(ReleaseNumber release, String decisionKey);

    /** The same of those that it took at the element with that id, where a model asks the table more than once. */
    List<Map<String, Object>> latest(ReleaseNumber release, String decisionKey, String element);
}
