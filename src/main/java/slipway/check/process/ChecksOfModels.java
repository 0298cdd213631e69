package slipway.check.process;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.check.AllowedChecks;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;
import slipway.engine.ModelRule;

/** What checks names a check that the operator allows. Where no operator is known, as without a server, it names one. */
@Component
class ChecksOfModels implements ModelRule {
    private final ObjectProvider<AllowedChecks> allowed;

    ChecksOfModels(ObjectProvider<AllowedChecks> allowed) {
        this.allowed = allowed;
    }

    @Override
    public List<Finding> check(DrawnModels models) {
        return models.steps().stream()
                .filter(step -> step.bean().equals(RunCheck.TOPIC))
                .flatMap(step -> wrong(step).map(reason -> step.found("check-allowed", reason)).stream())
                .toList();
    }

    private Optional<String> wrong(DrawnTask step) {
        String name = RunCheck.name(step.properties());
        if (name.isEmpty()) {
            return Optional.of("names no check; name one that the operator allows in the property 'check'");
        }
        AllowedChecks here = allowed.getIfAvailable();
        return here == null || here.command(name).isPresent()
                ? Optional.empty()
                : Optional.of("cannot run: " + here.unknown(name));
    }
}
