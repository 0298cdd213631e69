package slipway.engine.guard;

import java.util.List;
import java.util.Map;

/** What can be done to an instance of a model. */
final class InstanceDeeds {
    private static final String NONE = "{}";

    private InstanceDeeds() {}

    static List<Deed> all() {
        return List.of(
                Deed.java(
                                "SubmitStartFormCmd",
                                "start by the form",
                                (engine, place) -> engine.getFormService()
                                        .submitStartForm(place.definition(), Map.of("title", "IBAN check")))
                        .over(
                                "POST",
                                "/process-definition/{definition}/submit-form",
                                "{\"variables\":{\"title\":{\"value\":\"IBAN check\"}}}"),
                Deed.java(
                                "StartProcessInstanceCmd",
                                "start without the form",
                                (engine, place) -> engine.getRuntimeService().startProcessInstanceByKey("Guarded"))
                        .over("POST", "/process-definition/key/Guarded/start", NONE),
                Deed.java(
                                "StartProcessInstanceAtActivitiesCmd",
                                "start in the middle",
                                (engine, place) -> engine.getRuntimeService()
                                        .createProcessInstanceByKey("Guarded")
                                        .startBeforeActivity("Event_End")
                                        .execute())
                        .over(
                                "POST",
                                "/process-definition/key/Guarded/start",
                                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Event_End\"}]}"),
                Deed.java(
                                "SetExecutionVariablesCmd",
                                "set a variable",
                                (engine, place) -> engine.getRuntimeService()
                                        .setVariable(place.release().instance(), "goNoGo", "GO"))
                        .over("PUT", "/process-instance/{instance}/variables/goNoGo", "{\"value\":\"GO\"}"),
                Deed.java(
                                "RemoveExecutionVariablesCmd",
                                "remove a variable",
                                (engine, place) -> engine.getRuntimeService()
                                        .removeVariable(place.release().instance(), "goNoGo"))
                        .over("DELETE", "/process-instance/{instance}/variables/goNoGo", ""),
                Deed.issued("PatchExecutionVariablesCmd", "set and remove variables")
                        .over(
                                "POST",
                                "/process-instance/{instance}/variables",
                                "{\"modifications\":{\"goNoGo\":{\"value\":\"GO\"}}}"),
                Deed.java(
                                "SignalCmd",
                                "trigger the execution",
                                (engine, place) -> engine.getRuntimeService().signal(place.receive()))
                        .over("POST", "/execution/{receive}/signal", NONE),
                Deed.java(
                                "SignalEventReceivedCmd",
                                "throw a signal",
                                (engine, place) -> engine.getRuntimeService().signalEventReceived("Alarm"))
                        .over("POST", "/signal", "{\"name\":\"Alarm\"}"),
                Deed.java(
                                "MessageEventReceivedCmd",
                                "send a message to the execution",
                                (engine, place) ->
                                        engine.getRuntimeService().messageEventReceived("Wake", place.receive()))
                        .over("POST", "/execution/{receive}/messageSubscriptions/Wake/trigger", NONE),
                Deed.java(
                                "CorrelateMessageCmd",
                                "correlate a message",
                                (engine, place) -> engine.getRuntimeService()
                                        .createMessageCorrelation("Wake")
                                        .processInstanceId(place.release().instance())
                                        .correlate())
                        .over("POST", "/message", "{\"messageName\":\"Wake\",\"processInstanceId\":\"{instance}\"}"),
                Deed.java(
                                "CorrelateAllMessageCmd",
                                "correlate a message to all",
                                (engine, place) -> engine.getRuntimeService()
                                        .createMessageCorrelation("Wake")
                                        .correlateAll())
                        .over("POST", "/message", "{\"messageName\":\"Wake\",\"all\":true}"),
                Deed.issued("EvaluateStartConditionCmd", "evaluate start conditions")
                        .over("POST", "/condition", "{\"variables\":{\"x\":{\"value\":1}}}"),
                Deed.java(
                                "ModifyProcessInstanceCmd",
                                "modify the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .createProcessInstanceModification(
                                                place.release().instance())
                                        .cancelAllForActivity("Task_Decide")
                                        .execute())
                        .over(
                                "POST",
                                "/process-instance/{instance}/modification",
                                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Decide\"}]}"),
                Deed.issued("ModifyProcessInstanceAsyncCmd", "modify the instance by a batch")
                        .over(
                                "POST",
                                "/process-instance/{instance}/modification-async",
                                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Decide\"}]}"),
                Deed.java(
                                "ProcessInstanceModificationCmd",
                                "modify instances",
                                (engine, place) -> engine.getRuntimeService()
                                        .createModification(place.definition())
                                        .cancelAllForActivity("Task_Decide")
                                        .processInstanceIds(place.release().instance())
                                        .execute())
                        .over(
                                "POST",
                                "/modification/execute",
                                "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],"
                                        + "\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Decide\"}]}"),
                Deed.issued("ProcessInstanceModificationBatchCmd", "modify instances by a batch")
                        .over(
                                "POST",
                                "/modification/executeAsync",
                                "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],"
                                        + "\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Decide\"}]}"),
                Deed.java(
                                "RestartProcessInstancesCmd",
                                "restart",
                                (engine, place) -> engine.getRuntimeService()
                                        .restartProcessInstances(place.definition())
                                        .startBeforeActivity("Task_Decide")
                                        .processInstanceIds(place.release().instance())
                                        .execute())
                        .over(
                                "POST",
                                "/process-definition/{definition}/restart",
                                "{\"processInstanceIds\":[\"{instance}\"],"
                                        + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_Decide\"}]}"),
                Deed.issued("RestartProcessInstancesBatchCmd", "restart by a batch")
                        .over(
                                "POST",
                                "/process-definition/{definition}/restart-async",
                                "{\"processInstanceIds\":[\"{instance}\"],"
                                        + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_Decide\"}]}"),
                Deed.issued("MigrateProcessInstanceCmd", "migrate").over("POST", "/migration/execute", migration()),
                Deed.issued("MigrateProcessInstanceBatchCmd", "migrate by a batch")
                        .over("POST", "/migration/executeAsync", migration()),
                Deed.issued("SetProcessDefinitionVersionCmd", "set another version of the model"),
                Deed.java(
                                "SuspendProcessInstanceCmd",
                                "suspend the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .suspendProcessInstanceById(
                                                place.release().instance()))
                        .over("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":true}"),
                Deed.java(
                                "ActivateProcessInstanceCmd",
                                "activate the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .activateProcessInstanceById(
                                                place.release().instance()))
                        .over("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":false}"),
                Deed.issued("UpdateProcessInstancesSuspendStateCmd", "suspend instances")
                        .over(
                                "PUT",
                                "/process-instance/suspended",
                                "{\"processInstanceIds\":[\"{instance}\"],\"suspended\":true}"),
                Deed.issued("UpdateProcessInstancesSuspendStateBatchCmd", "suspend instances by a batch")
                        .over(
                                "POST",
                                "/process-instance/suspended-async",
                                "{\"processInstanceIds\":[\"{instance}\"],\"suspended\":true}"),
                Deed.java(
                                "DeleteProcessInstanceCmd",
                                "delete the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .deleteProcessInstance(place.release().instance(), "no"))
                        .over("DELETE", "/process-instance/{instance}", ""),
                Deed.issued("DeleteProcessInstancesCmd", "delete instances"),
                Deed.issued("DeleteProcessInstanceBatchCmd", "delete instances by a batch")
                        .over("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"),
                Deed.issued("CorrelateAllMessageBatchCmd", "correlate by a batch")
                        .over(
                                "POST",
                                "/process-instance/message-async",
                                "{\"messageName\":\"Wake\",\"processInstanceIds\":[\"{instance}\"]}"),
                Deed.issued("SetVariablesToProcessInstancesBatchCmd", "set variables by a batch")
                        .over(
                                "POST",
                                "/process-instance/variables-async",
                                "{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"goNoGo\":{\"value\":\"GO\"}}}"),
                Deed.issued("CreateIncidentCmd", "raise an incident")
                        .over("POST", "/execution/{receive}/create-incident", "{\"incidentType\":\"own\"}"),
                Deed.issued("ResolveIncidentCmd", "resolve an incident").over("DELETE", "/incident/none", ""));
    }

    private static String migration() {
        return "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\","
                + "\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},"
                + "\"processInstanceIds\":[\"{instance}\"]}";
    }
}
