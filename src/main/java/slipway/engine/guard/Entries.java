package slipway.engine.guard;

import java.util.Map;
import slipway.shared.Refusal;

/** What came of holding a person's entries against a form. */
sealed interface Entries {
    record Checked(Map<String, Object> fields) implements Entries {}

    record Wrong(Refusal refusal) implements Entries {}
}
