package slipway.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing that may come of an element: {@code when} it is possible, and {@code then} what it does. Immutable; built as
 * {@code Outcome.done().in(IN_TEST).to(ACCEPTED).giving(ACCEPTED, true)}.
 */
public record Outcome(When when, Then then) {

    /**
     * In these stages only, and where these were the last before (none = in each), with these values of routing facts,
     * while these gates are passed, after those were passed once.
     */
    public record When(
            Set<Stage> stages, Set<Stage> before, Map<String, String> facts, Set<String> gates, Set<String> once) {}

    /**
     * The stage that it moves to, the routing facts with the values that each may have (none = whichever), the gate that
     * it passes, the error that it throws.
     */
    public record Then(
            Optional<Stage> stage, Map<String, Set<String>> facts, Optional<String> gate, Optional<String> error) {}

    /** Whatever the stage is, it stays; the process learns nothing. */
    public static Outcome done() {
        return new Outcome(
                new When(Set.of(), Set.of(), Map.of(), Set.of(), Set.of()),
                new Then(Optional.empty(), Map.of(), Optional.empty(), Optional.empty()));
    }

    public static Outcome error(String code) {
        Then then = done().then;
        return new Outcome(done().when, new Then(then.stage, then.facts, then.gate, Optional.of(code)));
    }

    public Outcome in(Enum<?>... stages) {
        return new Outcome(new When(set(stages), when.before, when.facts, when.gates, when.once), then);
    }

    /** Only where one of these was the stage before. */
    public Outcome stoppedIn(Enum<?>... stages) {
        return new Outcome(new When(when.stages, set(stages), when.facts, when.gates, when.once), then);
    }

    /** Only where the process knows this fact with this value. */
    public Outcome where(ProcessVariable<?> fact, Object value) {
        return new Outcome(
                new When(when.stages, when.before, with(when.facts, fact.name(), text(value)), when.gates, when.once),
                then);
    }

    /** Only while these gates are passed. */
    public Outcome after(String... gates) {
        return new Outcome(new When(when.stages, when.before, when.facts, Set.of(gates), when.once), then);
    }

    /** Only where these gates were passed before, though what came meanwhile may have voided that. */
    public Outcome onceAfter(String... gates) {
        return new Outcome(new When(when.stages, when.before, when.facts, when.gates, Set.of(gates)), then);
    }

    public Outcome to(Enum<?> stage) {
        return new Outcome(when, new Then(Optional.of(Stage.of(stage)), then.facts, then.gate, then.error));
    }

    /** To the stage before. */
    public Outcome back() {
        return new Outcome(when, new Then(Optional.of(Stage.BEFORE), then.facts, then.gate, then.error));
    }

    /** A routing fact with one of these values; without values with whichever. */
    public Outcome giving(ProcessVariable<?> fact, Object... values) {
        return giving(fact.name(), Arrays.stream(values).map(Outcome::text).collect(Collectors.toUnmodifiableSet()));
    }

    public Outcome giving(String fact, Set<String> values) {
        return new Outcome(when, new Then(then.stage, with(then.facts, fact, values), then.gate, then.error));
    }

    public Outcome passing(String gate) {
        return new Outcome(when, new Then(then.stage, then.facts, Optional.of(gate), then.error));
    }

    /** Whether it depends on the stage before. */
    public boolean looksBack() {
        return !when.before.isEmpty() || then.stage.equals(Optional.of(Stage.BEFORE));
    }

    private static Set<Stage> set(Enum<?>... stages) {
        return Arrays.stream(stages).map(Stage::of).collect(Collectors.toUnmodifiableSet());
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
