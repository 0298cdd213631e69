package slipway.engine.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.engine.Stage;

/**
 * How far a process is: the nodes that are to be done next, in the order of their ids, the stage of what it is about and
 * the one before, what the process knows, and which gates were passed in which stage ({@link #VOID} = not any more).
 */
record Standing(List<String> tokens, Stage stage, Stage before, Map<String, String> facts, Map<String, Integer> gates) {
    /** A value that may be anything. */
    static final String WHICHEVER = "*";

    /** What a variable holds that was taken over from where nothing gave it. */
    static final String NOTHING = "null";

    static final int VOID = Integer.MAX_VALUE;

    Standing {
        tokens = tokens.stream().sorted().toList();
    }

    Standing at(List<String> next) {
        return new Standing(next, stage, before, facts, gates);
    }

    /** With these tokens in place of one of that node. */
    Standing instead(String token, List<String> next) {
        List<String> all = new ArrayList<>(tokens);
        all.remove(token);
        all.addAll(next);
        return at(all);
    }

    Standing without(Predicate<String> tokens) {
        return at(this.tokens.stream().filter(tokens.negate()).toList());
    }

    Standing knowing(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(facts);
        all.putAll(more);
        return new Standing(tokens, stage, before, Map.copyOf(all), gates);
    }

    Standing keeping(Set<String> names) {
        return new Standing(
                tokens,
                stage,
                before,
                facts.entrySet().stream()
                        .filter(fact -> names.contains(fact.getKey()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                gates);
    }

    /** Of the gates only those that something still asks for. */
    Standing keepingGates(Set<String> asked, Set<String> askedOnce) {
        return new Standing(
                tokens,
                stage,
                before,
                facts,
                gates.entrySet().stream()
                        .filter(gate -> askedOnce.contains(gate.getKey())
                                || (asked.contains(gate.getKey()) && gate.getValue() != VOID))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Without the stage before, where nothing goes back to it. */
    Standing forgetting() {
        return new Standing(tokens, stage, Stage.ANY, facts, gates);
    }

    Standing passing(String gate) {
        Map<String, Integer> all = new HashMap<>(gates);
        all.put(gate, stage.order());
        return new Standing(tokens, stage, before, facts, Map.copyOf(all));
    }

    /** What was decided in a later stage than the one that it goes back to is void. */
    Standing moved(Stage to) {
        Stage next = to.equals(Stage.BEFORE) ? before : to;
        if (next.equals(stage)) {
            return this;
        }
        Map<String, Integer> standing = gates.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, gate -> gate.getValue() > next.order() ? VOID : gate.getValue()));
        return new Standing(tokens, next, stage, facts, standing);
    }

    boolean passed(String gate) {
        return gates.getOrDefault(gate, VOID) != VOID;
    }

    boolean passedOnce(String gate) {
        return gates.containsKey(gate);
    }

    Stream<String> distinct() {
        return tokens.stream().distinct();
    }
}
