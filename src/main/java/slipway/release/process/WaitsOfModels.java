package slipway.release.process;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;
import slipway.engine.ModelRule;
import slipway.policy.PolicyTime;

/** What waits for a time of the policy names one that every policy says, and has a timer that waits by it. */
@Component
class WaitsOfModels implements ModelRule {
    @Override
    public List<Finding> check(DrawnModels models) {
        return models.steps().stream()
                .filter(step -> step.bean().equals("waitForPolicy"))
                .flatMap(WaitsOfModels::wrong)
                .toList();
    }

    private static Stream<Finding> wrong(DrawnTask step) {
        String named = step.properties().getOrDefault(WaitForPolicy.TIME, "");
        String variable = WaitForPolicy.variable(step.properties());
        if (WaitForPolicy.time(step.properties()).isEmpty()) {
            return Stream.of(step.found(
                    "policy-time",
                    (named.isBlank() ? "names no time" : "names the time '" + named + "', which no policy says")
                            + "; name one of " + String.join(", ", PolicyTime.names()) + " in the property 'time'"));
        }
        return step.timers().contains(variable)
                ? Stream.empty()
                : Stream.of(step.found(
                        "wait-has-a-timer",
                        "reads a time that no timer waits for; draw a timer behind it with the duration ${" + variable
                                + "}"));
    }
}
