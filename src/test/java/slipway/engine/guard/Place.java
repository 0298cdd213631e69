package slipway.engine.guard;

import org.camunda.bpm.engine.ProcessEngine;
import slipway.engine.SystemScope;

/** Where a command of the table is tried: the ids it needs, and who tries it. */
record Place(Standing release, String person, int turn) {

    String fill(String template) {
        String filled = template.replace("{person}", person)
                .replace("{instance}", release.instance())
                .replace("{turn}", String.valueOf(turn));
        return filled.replace("{task}", filled.contains("{task}") ? task() : "")
                .replace("{job}", filled.contains("{job}") ? job() : "")
                .replace("{work}", filled.contains("{work}") ? work() : "")
                .replace("{receive}", filled.contains("{receive}") ? receive() : "")
                .replace("{definition}", filled.contains("{definition}") ? definition() : "")
                .replace("{filter}", filled.contains("{filter}") ? filter() : "")
                .replace("{deployment}", filled.contains("{deployment}") ? deployment() : "");
    }

    String task() {
        return release.decide();
    }

    String job() {
        return SystemScope.call(() -> engine().getManagementService()
                .createJobQuery()
                .processInstanceId(release.instance())
                .singleResult()
                .getId());
    }

    String work() {
        return SystemScope.call(() -> engine().getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(release.instance())
                .singleResult()
                .getId());
    }

    String receive() {
        return SystemScope.call(() -> engine().getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(release.instance())
                .activityId("Task_Receive")
                .singleResult()
                .getId());
    }

    String definition() {
        return SystemScope.call(() -> engine().getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(release.instance())
                .singleResult()
                .getProcessDefinitionId());
    }

    String deployment() {
        return SystemScope.call(() -> engine().getRepositoryService()
                .getProcessDefinition(definition())
                .getDeploymentId());
    }

    /** One that everybody shares. */
    String filter() {
        return SystemScope.call(() -> engine().getFilterService()
                .saveFilter(engine().getFilterService().newTaskFilter("shared-" + release.number() + "-" + turn))
                .getId());
    }

    private ProcessEngine engine() {
        return release.engine();
    }
}
