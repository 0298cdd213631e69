package slipway.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipway.identity.Duty;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/**
 * What stands behind a user task of the models: the facts that its form shows and the facade that takes what a person
 * decided. The bean's name is the class name in camel case and equals the extension property {@code records} of the
 * task. Called by the engine's guard only, after it checked who acts and which fields came.
 */
public interface UserTask extends Declared {

    /** Fresh values for the form, by the keys its components name: strings, numbers, booleans, lists, maps. */
    default Map<String, Object> facts(TaskContext task) {
        return Map.of();
    }

    /** Hands the decision to a facade, in the engine's transaction. */
    Completion complete(TaskContext task, Submission submission);

    /** The only people offered the task, where candidate groups are too wide; empty = the model's groups. */
    default Optional<Set<String>> candidates(TaskContext task) {
        return Optional.empty();
    }

    /** The gate that a task with these extension properties decides. */
    default Optional<String> decides(Map<String, String> properties) {
        return Optional.empty();
    }

    /**
     * What a person does for the release by completing it, as far as separation of duties knows it. A model may add
     * duties, and drops none of these.
     */
    default Set<Duty> duties() {
        return Set.of();
    }

    /** Those of the groups that it is offered to that the release cannot do without. */
    default Set<String> needed(ReleaseNumber release, Block block) {
        return block.groups();
    }

    /** What came of a completion. */
    sealed interface Completion {}

    /** Recorded; {@code routing} are the only variables that the process keeps of it. */
    record Recorded(Map<String, Object> routing) implements Completion {
        public static Recorded nothing() {
            return new Recorded(Map.of());
        }

        public static Recorded with(String name, Object value) {
            return new Recorded(Map.of(name, value));
        }
    }

    /** Refused; the task stays open and the person reads the refusal. */
    record Refused(Refusal refusal) implements Completion {}
}
