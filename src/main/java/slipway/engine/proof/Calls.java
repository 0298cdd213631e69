package slipway.engine.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** What a process hands to one that it calls, and takes back. */
final class Calls {
    private Calls() {}

    static Map<String, String> in(CallActivity call, Map<String, String> facts) {
        Map<String, String> handed = new HashMap<>();
        Net.ins(call).forEach(in -> {
            if (in.getCamundaSourceExpression() != null) {
                handed.put(in.getCamundaTarget(), value(in.getCamundaSourceExpression(), facts));
            } else {
                copy(in.getCamundaSource(), in.getCamundaTarget(), facts, handed);
            }
        });
        return handed;
    }

    static Standing out(CallActivity call, Map<String, String> facts, Standing caller) {
        Map<String, String> known = new HashMap<>(caller.facts());
        Net.outs(call).forEach(out -> {
            if (out.getCamundaSourceExpression() != null) {
                known.put(out.getCamundaTarget(), value(out.getCamundaSourceExpression(), facts));
            } else {
                copy(out.getCamundaSource(), out.getCamundaTarget(), facts, known);
            }
        });
        return new Standing(caller.tokens(), caller.stage(), caller.before(), Map.copyOf(known), caller.gates());
    }

    private static void copy(
            @org.jspecify.annotations.Nullable String source,
            @org.jspecify.annotations.Nullable String target,
            Map<String, String> from,
            Map<String, String> to) {
        if (source != null) {
            to.put(Objects.requireNonNullElse(target, source), from.getOrDefault(source, Standing.NOTHING));
        }
    }

    /** A literal, or the value of a variable. */
    private static String value(String expression, Map<String, String> facts) {
        String text = expression.strip();
        if (!text.matches("[$#]\\{.*}")) {
            return text;
        }
        String inner = text.substring(2, text.length() - 1).strip();
        return inner.matches("'.*'|\".*\"")
                ? inner.substring(1, inner.length() - 1)
                : facts.getOrDefault(inner, inner.matches("true|false") ? inner : Standing.WHICHEVER);
    }
}
