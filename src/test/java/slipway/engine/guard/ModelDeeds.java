package slipway.engine.guard;

import java.util.List;
import slipway.engine.SystemScope;

/** What can be done to models and filters. */
final class ModelDeeds {

    private ModelDeeds() {}

    static List<Deed> all() {
        return List.of(
                Deed.java(
                        "DeployCmd",
                        "deploy a model",
                        (engine, place) -> engine.getRepositoryService()
                                .createDeployment()
                                .addString("guarded-start.form", GuardedModel.text("guarded-start.form"))
                                .deploy()),
                Deed.java(
                                "DeleteDeploymentCmd",
                                "delete a deployment",
                                (engine, place) ->
                                        engine.getRepositoryService().deleteDeployment(place.deployment(), true))
                        .over("DELETE", "/deployment/{deployment}?cascade=true", ""),
                Deed.java(
                                "SuspendProcessDefinitionCmd",
                                "suspend a model",
                                (engine, place) ->
                                        engine.getRepositoryService().suspendProcessDefinitionByKey("Guarded"))
                        .over(
                                "PUT",
                                "/process-definition/suspended",
                                "{\"processDefinitionKey\":\"Guarded\",\"suspended\":true}"),
                Deed.java(
                                "ActivateProcessDefinitionCmd",
                                "activate a model",
                                (engine, place) ->
                                        engine.getRepositoryService().activateProcessDefinitionByKey("Guarded"))
                        .over(
                                "PUT",
                                "/process-definition/suspended",
                                "{\"processDefinitionKey\":\"Guarded\",\"suspended\":false}"),
                Deed.issued("DeleteProcessDefinitionsByIdsCmd", "delete a model")
                        .over("DELETE", "/process-definition/{definition}?cascade=true", ""),
                Deed.issued("DeleteProcessDefinitionsByKeyCmd", "delete a model by its key")
                        .over("DELETE", "/process-definition/key/Guarded/delete?cascade=true", ""),
                Deed.issued("UpdateProcessDefinitionHistoryTimeToLiveCmd", "alter a model's time to live")
                        .over(
                                "PUT",
                                "/process-definition/{definition}/history-time-to-live",
                                "{\"historyTimeToLive\":1}"),
                Deed.issued("UpdateDecisionDefinitionHistoryTimeToLiveCmd", "alter a table's time to live")
                        .over("PUT", "/decision-definition/none/history-time-to-live", "{\"historyTimeToLive\":1}"),
                Deed.issued("RegisterDeploymentCmd", "register a deployment"),
                Deed.issued("UnregisterDeploymentCmd", "unregister a deployment"),
                Deed.issued("RegisterProcessApplicationCmd", "register an application"),
                Deed.issued("UnregisterProcessApplicationCmd", "unregister an application"),
                Deed.issued("AddIdentityLinkForProcessDefinitionCmd", "add a starter"),
                Deed.issued("DeleteIdentityLinkForProcessDefinitionCmd", "delete a starter"),
                Deed.java("SaveFilterCmd", "keep a filter of one's own", (engine, place) -> {
                            var filter = engine.getFilterService().newTaskFilter("own-" + place.turn());
                            filter.setOwner(place.person());
                            engine.getFilterService().saveFilter(filter);
                        })
                        .over(
                                "POST",
                                "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"own-{turn}\",\"owner\":\"{person}\",\"query\":{},\"properties\":{}}"),
                Deed.java("SaveFilterCmd", "take over a shared filter", (engine, place) -> {
                            var filter = SystemScope.call(
                                    () -> engine.getFilterService().getFilter(place.filter()));
                            filter.setOwner(place.person());
                            engine.getFilterService().saveFilter(filter);
                        })
                        .over(
                                "PUT",
                                "/filter/{filter}",
                                "{\"resourceType\":\"Task\",\"name\":\"shared\",\"owner\":\"{person}\","
                                        + "\"query\":{\"assigneeExpression\":\"${currentUser()}\"},\"properties\":{\"priority\":0}}"),
                Deed.java(
                                "DeleteFilterCmd",
                                "delete a shared filter",
                                (engine, place) -> engine.getFilterService().deleteFilter(place.filter()))
                        .over("DELETE", "/filter/{filter}", ""));
    }
}
