package slipway.callout.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.callout.AllowedCallOuts;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;
import slipway.engine.ModelRule;

/** What calls out names whom the operator allows, and what may be answered. Where no operator is known, it names somebody. */
@Component
class CallOutsOfModels implements ModelRule {
    private static final String ANSWER = "[A-Za-z][A-Za-z0-9_-]{0,39}";

    private final ObjectProvider<AllowedCallOuts> allowed;

    CallOutsOfModels(ObjectProvider<AllowedCallOuts> allowed) {
        this.allowed = allowed;
    }

    @Override
    public List<Finding> check(DrawnModels models) {
        List<Finding> findings = new ArrayList<>();
        models.steps().stream()
                .filter(step -> step.bean().equals(CallOut.TOPIC))
                .forEach(step -> {
                    called(step, findings);
                    answered(step, findings);
                });
        return findings;
    }

    private void called(DrawnTask step, List<Finding> findings) {
        String name = CallOut.name(step.properties());
        AllowedCallOuts here = allowed.getIfAvailable();
        if (name.isEmpty()) {
            findings.add(step.found(
                    "call-out-allowed",
                    "calls nobody; name somebody whom the operator allows in the property 'calls'"));
        } else if (here != null && here.destination(name).isEmpty()) {
            findings.add(step.found("call-out-allowed", "calls nobody: " + here.unknown(name)));
        }
    }

    private static void answered(DrawnTask step, List<Finding> findings) {
        Set<String> answers = CallOut.answers(step.properties());
        if (answers.isEmpty() || !answers.stream().allMatch(answer -> answer.matches(ANSWER))) {
            findings.add(step.found(
                    "call-out-answers",
                    "does not say what may be answered; list it in the property 'answers', as in GO,STOP: letters, digits,"
                            + " hyphens and underscores"));
        }
    }
}
