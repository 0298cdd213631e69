package slipway.engine.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.engine.DrawnModels;
import slipway.engine.Finding;
import slipway.engine.ModelRule;
import slipway.engine.SystemScope;
import slipway.engine.proof.FollowedModels;

/** The only way for models into the engine: a whole set, checked, in one deployment, or not at all. */
@Component
public class ModelGate {
    private final RepositoryService repository;
    private final ProcessRules processes;
    private final Starters starters;
    private final Drawing drawing;
    private final ObjectProvider<ModelRule> rules;
    private final FollowedModels followed;

    ModelGate(
            RepositoryService repository,
            ProcessRules processes,
            Starters starters,
            Drawing drawing,
            ObjectProvider<ModelRule> rules,
            FollowedModels followed) {
        this.repository = repository;
        this.processes = processes;
        this.starters = starters;
        this.drawing = drawing;
        this.rules = rules;
        this.followed = followed;
    }

    /** Everything that keeps these models out; empty = they may enter. */
    public List<Finding> check(ModelSet models) {
        List<Finding> findings = new ArrayList<>();
        models.files().forEach((file, content) -> findings.addAll(check(file, content)));
        // What holds of the set as a whole can only be asked of files that can be read.
        if (findings.isEmpty()) {
            DrawnModels drawn = drawing.of(models);
            rules.forEach(rule -> findings.addAll(rule.check(drawn)));
            models.tables().forEach((file, content) -> findings.addAll(TableAnswers.check(file, content)));
            if (findings.isEmpty()) {
                findings.addAll(followed.check(models.processes(), drawn));
            }
            models.expectations()
                    .forEach((file, content) -> findings.addAll(
                            ExpectedAnswers.check(file, content, models.beside(file, ExpectedAnswers.ENDING, ".dmn"))));
        }
        return findings;
    }

    /** Deploys all of them together when none has a finding. */
    @Transactional
    public Entry enter(ModelSet models, String name, String source) {
        List<Finding> findings = check(models);
        return findings.isEmpty()
                ? new Entry.Entered(SystemScope.call(() -> {
                    String deployment = deploy(models, name, source);
                    starters.grant(deployment);
                    DrawnModels drawn = drawing.of(models);
                    rules.forEach(rule -> rule.entered(drawn));
                    return deployment;
                }))
                : new Entry.Refused(findings);
    }

    private String deploy(ModelSet models, String name, String source) {
        // Never "changed only": what is bound by deployment finds its partners only in the same one.
        DeploymentBuilder deployment = repository.createDeployment().name(name).source(source);
        models.files()
                .forEach((file, content) -> deployment.addInputStream(
                        file, new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
        return deployment.deploy().getId();
    }

    private List<Finding> check(String file, String content) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return switch (ending) {
            case "bpmn" -> processes.check(file, content);
            case "dmn" -> TableRules.check(file, content);
            case "form" -> FormRules.check(file, content);
            // Asked when the table beside it was found right.
            case "csv" -> List.of();
            default ->
                List.of(new Finding(file, "file", "known-files", "only .bpmn, .dmn, .form and .csv files may enter"));
        };
    }
}
