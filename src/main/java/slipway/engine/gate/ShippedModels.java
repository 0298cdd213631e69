package slipway.engine.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import slipway.engine.Finding;

/** Brings the models of this build in before anything else starts, unless somebody changed the models here since. */
@Component
class ShippedModels implements SmartInitializingSingleton {
    static final String SOURCE = "slipway";
    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final ModelGate gate;
    private final RepositoryService repository;
    private final boolean active;

    ShippedModels(
            ModelGate gate, RepositoryService repository, @Value("${slipway.models.deploy:true}") boolean active) {
        this.gate = gate;
        this.repository = repository;
        this.active = active;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (active) {
            ship(ModelSet.shipped());
        }
    }

    /** True when the set was deployed now. */
    boolean ship(ModelSet models) {
        String name = "Slipway models " + models.digest().hex();
        List<Deployment> all = repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .list();
        Optional<Deployment> shipped =
                all.stream().filter(old -> SOURCE.equals(old.getSource())).findFirst();
        if (models.files().isEmpty() || shipped.map(Deployment::getName).equals(Optional.of(name))) {
            return false;
        }
        if (shipped.isPresent() && !all.getFirst().getId().equals(shipped.get().getId())) {
            LOG.warn(
                    "This build brings other models, but '{}' was deployed here since; the models stay as they are.",
                    all.getFirst().getName());
            return false;
        }
        if (gate.enter(models, name, SOURCE) instanceof Entry.Refused refused) {
            throw new ModelsRefused(refused.findings());
        }
        return true;
    }

    /** The build ships models that its own gate refuses. */
    static final class ModelsRefused extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ModelsRefused(List<Finding> findings) {
            super(findings.stream()
                    .map(Finding::toString)
                    .collect(Collectors.joining("\n  ", "The models may not enter the engine:\n  ", "")));
        }
    }
}
