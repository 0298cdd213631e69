package slipway.engine.proof;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** Which values the variables of a set of models may have. */
final class Given {
    private Given() {}

    /** The values by the variables; a variable that may have whichever value has none here. */
    static Map<String, Set<String>> by(Collection<Net> nets, Promises promises) {
        Map<String, Set<String>> given = new HashMap<>();
        Set<String> whichever = new HashSet<>();
        nets.forEach(net -> net.nodes().forEach(node -> {
            promises.of(node)
                    .outcomes()
                    .forEach(outcome -> outcome.then().facts().forEach((name, values) -> {
                        given.computeIfAbsent(name, any -> new HashSet<>()).addAll(values);
                        if (values.isEmpty()) {
                            whichever.add(name);
                        }
                    }));
            if (node instanceof CallActivity call) {
                Net.ins(call)
                        .filter(in -> in.getCamundaSourceExpression() != null && in.getCamundaTarget() != null)
                        .forEach(in -> given.computeIfAbsent(in.getCamundaTarget(), any -> new HashSet<>())
                                .add(in.getCamundaSourceExpression()));
            }
        }));
        given.keySet().removeAll(whichever);
        return given;
    }
}
