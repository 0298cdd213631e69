package slipway.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;

/** How each command is issued through each door. What REST does not offer has no endpoint. */
final class Deeds {
    private static final String NONE = "{}";
    private static final String APPROVE = "{\"variables\":{\"decision\":{\"value\":\"APPROVE\"}}}";

    private Deeds() {}

    static List<Deed> all() {
        List<Deed> deeds = new ArrayList<>();
        deeds.addAll(tasks());
        deeds.addAll(instances());
        deeds.addAll(jobs());
        deeds.addAll(models());
        deeds.addAll(people());
        return deeds;
    }

    private static Deed java(String command, String what, BiConsumer<ProcessEngine, Place> java) {
        return new Deed(command, what, java, null, "", "", false);
    }

    private static Deed issued(String command, String what) {
        String name = CommandTable.read().rows().keySet().stream()
                .filter(known -> known.endsWith("." + command))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no command " + command));
        return java(command, what, (engine, place) -> Deed.issue(engine, name));
    }

    private static List<Deed> tasks() {
        return List.of(
                java(
                                "CompleteTaskCmd",
                                "complete a held task",
                                (engine, place) ->
                                        engine.getTaskService().complete(place.task(), Map.of("decision", "APPROVE")))
                        .over("POST", "/task/{task}/complete", APPROVE)
                        .holding(),
                java(
                                "CompleteTaskCmd",
                                "complete without claiming",
                                (engine, place) ->
                                        engine.getTaskService().complete(place.task(), Map.of("decision", "APPROVE")))
                        .over("POST", "/task/{task}/complete", APPROVE),
                java(
                                "SubmitTaskFormCmd",
                                "submit the form of a held task",
                                (engine, place) -> engine.getFormService()
                                        .submitTaskForm(place.task(), Map.of("decision", "APPROVE")))
                        .over("POST", "/task/{task}/submit-form", APPROVE)
                        .holding(),
                java(
                                "SubmitTaskFormCmd",
                                "submit a field that the form lacks",
                                (engine, place) ->
                                        engine.getFormService().submitTaskForm(place.task(), Map.of("goNoGo", "GO")))
                        .over("POST", "/task/{task}/submit-form", "{\"variables\":{\"goNoGo\":{\"value\":\"GO\"}}}")
                        .holding(),
                java(
                                "ResolveTaskCmd",
                                "resolve",
                                (engine, place) -> engine.getTaskService().resolveTask(place.task()))
                        .over("POST", "/task/{task}/resolve", NONE)
                        .holding(),
                java(
                                "HandleTaskBpmnErrorCmd",
                                "leave by a BPMN error",
                                (engine, place) -> engine.getTaskService().handleBpmnError(place.task(), "Escape"))
                        .over("POST", "/task/{task}/bpmnError", "{\"errorCode\":\"Escape\"}")
                        .holding(),
                java(
                                "HandleTaskEscalationCmd",
                                "leave by an escalation",
                                (engine, place) -> engine.getTaskService().handleEscalation(place.task(), "Raise"))
                        .over("POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"Raise\"}")
                        .holding(),
                java(
                                "ClaimTaskCmd",
                                "claim",
                                (engine, place) -> engine.getTaskService().claim(place.task(), place.person()))
                        .over("POST", "/task/{task}/claim", "{\"userId\":\"{person}\"}"),
                java(
                                "ClaimTaskCmd",
                                "claim for another",
                                (engine, place) -> engine.getTaskService().claim(place.task(), "carl"))
                        .over("POST", "/task/{task}/claim", "{\"userId\":\"carl\"}"),
                java(
                                "AssignTaskCmd",
                                "assign to oneself",
                                (engine, place) -> engine.getTaskService().setAssignee(place.task(), place.person()))
                        .over("POST", "/task/{task}/assignee", "{\"userId\":\"{person}\"}"),
                java(
                                "AssignTaskCmd",
                                "assign to another",
                                (engine, place) -> engine.getTaskService().setAssignee(place.task(), "carl"))
                        .over("POST", "/task/{task}/assignee", "{\"userId\":\"carl\"}"),
                java(
                                "AssignTaskCmd",
                                "give a held task back",
                                (engine, place) -> engine.getTaskService().setAssignee(place.task(), null))
                        .over("POST", "/task/{task}/unclaim", NONE)
                        .holding(),
                java(
                                "DelegateTaskCmd",
                                "delegate",
                                (engine, place) -> engine.getTaskService().delegateTask(place.task(), "carl"))
                        .over("POST", "/task/{task}/delegate", "{\"userId\":\"carl\"}"),
                java(
                        "SetTaskOwnerCmd",
                        "set the owner",
                        (engine, place) -> engine.getTaskService().setOwner(place.task(), place.person())),
                java(
                                "AddUserIdentityLinkCmd",
                                "add oneself as candidate",
                                (engine, place) ->
                                        engine.getTaskService().addCandidateUser(place.task(), place.person()))
                        .over(
                                "POST",
                                "/task/{task}/identity-links",
                                "{\"userId\":\"{person}\",\"type\":\"candidate\"}"),
                java(
                                "AddUserIdentityLinkCmd",
                                "add oneself as assignee",
                                (engine, place) -> engine.getTaskService()
                                        .addUserIdentityLink(place.task(), place.person(), "assignee"))
                        .over("POST", "/task/{task}/identity-links", "{\"userId\":\"{person}\",\"type\":\"assignee\"}"),
                java(
                                "AddGroupIdentityLinkCmd",
                                "add a candidate group",
                                (engine, place) ->
                                        engine.getTaskService().addCandidateGroup(place.task(), "test-manager"))
                        .over(
                                "POST",
                                "/task/{task}/identity-links",
                                "{\"groupId\":\"test-manager\",\"type\":\"candidate\"}"),
                java(
                                "DeleteUserIdentityLinkCmd",
                                "delete a candidate",
                                (engine, place) -> engine.getTaskService().deleteCandidateUser(place.task(), "carl"))
                        .over(
                                "POST",
                                "/task/{task}/identity-links/delete",
                                "{\"userId\":\"carl\",\"type\":\"candidate\"}"),
                java(
                                "DeleteGroupIdentityLinkCmd",
                                "delete the candidate group",
                                (engine, place) ->
                                        engine.getTaskService().deleteCandidateGroup(place.task(), "change-manager"))
                        .over(
                                "POST",
                                "/task/{task}/identity-links/delete",
                                "{\"groupId\":\"change-manager\",\"type\":\"candidate\"}"),
                java("SaveTaskCmd", "alter the task", (engine, place) -> {
                            Task task = place.release().task("Task_Decide");
                            task.setAssignee(place.person());
                            engine.getTaskService().saveTask(task);
                        })
                        .over("PUT", "/task/{task}", "{\"name\":\"Other\",\"assignee\":\"{person}\",\"priority\":99}"),
                java(
                                "SaveTaskCmd",
                                "create a task of one's own",
                                (engine, place) -> engine.getTaskService()
                                        .saveTask(engine.getTaskService().newTask("own-" + place.turn())))
                        .over("POST", "/task/create", "{\"id\":\"own-{turn}\",\"name\":\"Own\"}"),
                issued("CreateTaskCmd", "make a task in memory"),
                java(
                        "SetTaskDueDateCmd",
                        "set the due date",
                        (engine, place) -> engine.getTaskService().setDueDate(place.task(), new java.util.Date(0))),
                issued("SetTaskFollowUpDateCmd", "set the follow-up date"),
                java(
                        "SetTaskPriorityCmd",
                        "set the priority",
                        (engine, place) -> engine.getTaskService().setPriority(place.task(), 99)),
                issued("SetTaskNameCmd", "rename"),
                issued("SetTaskDescriptionCmd", "describe anew"),
                java(
                                "DeleteTaskCmd",
                                "delete the task",
                                (engine, place) -> engine.getTaskService().deleteTask(place.task()))
                        .over("DELETE", "/task/{task}", ""),
                java(
                                "SetTaskVariablesCmd",
                                "set a variable of the task",
                                (engine, place) -> engine.getTaskService().setVariable(place.task(), "goNoGo", "GO"))
                        .over("PUT", "/task/{task}/variables/goNoGo", "{\"value\":\"GO\"}"),
                java(
                                "RemoveTaskVariablesCmd",
                                "remove a variable of the task",
                                (engine, place) -> engine.getTaskService().removeVariable(place.task(), "goNoGo"))
                        .over("DELETE", "/task/{task}/variables/goNoGo", ""),
                issued("PatchTaskVariablesCmd", "set and remove variables of the task")
                        .over("POST", "/task/{task}/variables", "{\"modifications\":{\"goNoGo\":{\"value\":\"GO\"}}}"),
                java(
                                "AddCommentCmd",
                                "comment on the task",
                                (engine, place) -> engine.getTaskService().createComment(place.task(), null, "a word"))
                        .over("POST", "/task/{task}/comment/create", "{\"message\":\"a word\"}"),
                issued("UpdateCommentCmd", "alter a comment")
                        .over("PUT", "/task/{task}/comment", "{\"id\":\"none\",\"message\":\"other\"}"),
                issued("DeleteTaskCommentCmd", "delete a comment").over("DELETE", "/task/{task}/comment/none", ""),
                issued("DeleteProcessInstanceCommentCmd", "delete a comment of the instance")
                        .over("DELETE", "/process-instance/{instance}/comment/none", ""),
                java(
                        "CreateAttachmentCmd",
                        "attach a document",
                        (engine, place) -> engine.getTaskService()
                                .createAttachment("url", place.task(), null, "name", "text", "http://localhost/")),
                issued("SaveAttachmentCmd", "alter an attachment"),
                issued("DeleteAttachmentCmd", "delete an attachment"));
    }

    private static List<Deed> instances() {
        return List.of(
                java(
                                "SubmitStartFormCmd",
                                "start by the form",
                                (engine, place) -> engine.getFormService()
                                        .submitStartForm(place.definition(), Map.of("title", "IBAN check")))
                        .over(
                                "POST",
                                "/process-definition/{definition}/submit-form",
                                "{\"variables\":{\"title\":{\"value\":\"IBAN check\"}}}"),
                java(
                                "StartProcessInstanceCmd",
                                "start without the form",
                                (engine, place) -> engine.getRuntimeService().startProcessInstanceByKey("Guarded"))
                        .over("POST", "/process-definition/key/Guarded/start", NONE),
                java(
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
                java(
                                "SetExecutionVariablesCmd",
                                "set a variable",
                                (engine, place) -> engine.getRuntimeService()
                                        .setVariable(place.release().instance(), "goNoGo", "GO"))
                        .over("PUT", "/process-instance/{instance}/variables/goNoGo", "{\"value\":\"GO\"}"),
                java(
                                "RemoveExecutionVariablesCmd",
                                "remove a variable",
                                (engine, place) -> engine.getRuntimeService()
                                        .removeVariable(place.release().instance(), "goNoGo"))
                        .over("DELETE", "/process-instance/{instance}/variables/goNoGo", ""),
                issued("PatchExecutionVariablesCmd", "set and remove variables")
                        .over(
                                "POST",
                                "/process-instance/{instance}/variables",
                                "{\"modifications\":{\"goNoGo\":{\"value\":\"GO\"}}}"),
                java(
                                "SignalCmd",
                                "trigger the execution",
                                (engine, place) -> engine.getRuntimeService().signal(place.receive()))
                        .over("POST", "/execution/{receive}/signal", NONE),
                java(
                                "SignalEventReceivedCmd",
                                "throw a signal",
                                (engine, place) -> engine.getRuntimeService().signalEventReceived("Alarm"))
                        .over("POST", "/signal", "{\"name\":\"Alarm\"}"),
                java(
                                "MessageEventReceivedCmd",
                                "send a message to the execution",
                                (engine, place) ->
                                        engine.getRuntimeService().messageEventReceived("Wake", place.receive()))
                        .over("POST", "/execution/{receive}/messageSubscriptions/Wake/trigger", NONE),
                java(
                                "CorrelateMessageCmd",
                                "correlate a message",
                                (engine, place) -> engine.getRuntimeService()
                                        .createMessageCorrelation("Wake")
                                        .processInstanceId(place.release().instance())
                                        .correlate())
                        .over("POST", "/message", "{\"messageName\":\"Wake\",\"processInstanceId\":\"{instance}\"}"),
                java(
                                "CorrelateAllMessageCmd",
                                "correlate a message to all",
                                (engine, place) -> engine.getRuntimeService()
                                        .createMessageCorrelation("Wake")
                                        .correlateAll())
                        .over("POST", "/message", "{\"messageName\":\"Wake\",\"all\":true}"),
                issued("EvaluateStartConditionCmd", "evaluate start conditions")
                        .over("POST", "/condition", "{\"variables\":{\"x\":{\"value\":1}}}"),
                java(
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
                issued("ModifyProcessInstanceAsyncCmd", "modify the instance by a batch")
                        .over(
                                "POST",
                                "/process-instance/{instance}/modification-async",
                                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Decide\"}]}"),
                java(
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
                issued("ProcessInstanceModificationBatchCmd", "modify instances by a batch")
                        .over(
                                "POST",
                                "/modification/executeAsync",
                                "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],"
                                        + "\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Decide\"}]}"),
                java(
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
                issued("RestartProcessInstancesBatchCmd", "restart by a batch")
                        .over(
                                "POST",
                                "/process-definition/{definition}/restart-async",
                                "{\"processInstanceIds\":[\"{instance}\"],"
                                        + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_Decide\"}]}"),
                issued("MigrateProcessInstanceCmd", "migrate").over("POST", "/migration/execute", migration()),
                issued("MigrateProcessInstanceBatchCmd", "migrate by a batch")
                        .over("POST", "/migration/executeAsync", migration()),
                issued("SetProcessDefinitionVersionCmd", "set another version of the model"),
                java(
                                "SuspendProcessInstanceCmd",
                                "suspend the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .suspendProcessInstanceById(
                                                place.release().instance()))
                        .over("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":true}"),
                java(
                                "ActivateProcessInstanceCmd",
                                "activate the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .activateProcessInstanceById(
                                                place.release().instance()))
                        .over("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":false}"),
                issued("UpdateProcessInstancesSuspendStateCmd", "suspend instances")
                        .over(
                                "PUT",
                                "/process-instance/suspended",
                                "{\"processInstanceIds\":[\"{instance}\"],\"suspended\":true}"),
                issued("UpdateProcessInstancesSuspendStateBatchCmd", "suspend instances by a batch")
                        .over(
                                "POST",
                                "/process-instance/suspended-async",
                                "{\"processInstanceIds\":[\"{instance}\"],\"suspended\":true}"),
                java(
                                "DeleteProcessInstanceCmd",
                                "delete the instance",
                                (engine, place) -> engine.getRuntimeService()
                                        .deleteProcessInstance(place.release().instance(), "no"))
                        .over("DELETE", "/process-instance/{instance}", ""),
                issued("DeleteProcessInstancesCmd", "delete instances"),
                issued("DeleteProcessInstanceBatchCmd", "delete instances by a batch")
                        .over("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"),
                issued("CorrelateAllMessageBatchCmd", "correlate by a batch")
                        .over(
                                "POST",
                                "/process-instance/message-async",
                                "{\"messageName\":\"Wake\",\"processInstanceIds\":[\"{instance}\"]}"),
                issued("SetVariablesToProcessInstancesBatchCmd", "set variables by a batch")
                        .over(
                                "POST",
                                "/process-instance/variables-async",
                                "{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"goNoGo\":{\"value\":\"GO\"}}}"),
                issued("CreateIncidentCmd", "raise an incident")
                        .over("POST", "/execution/{receive}/create-incident", "{\"incidentType\":\"own\"}"),
                issued("ResolveIncidentCmd", "resolve an incident").over("DELETE", "/incident/none", ""));
    }

    private static String migration() {
        return "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\","
                + "\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},"
                + "\"processInstanceIds\":[\"{instance}\"]}";
    }

    private static List<Deed> jobs() {
        return List.of(
                java(
                                "ExecuteJobsCmd",
                                "pull a timer forward",
                                (engine, place) -> engine.getManagementService().executeJob(place.job()))
                        .over("POST", "/job/{job}/execute", NONE),
                java(
                                "SetJobRetriesCmd",
                                "set the retries of a job",
                                (engine, place) -> engine.getManagementService().setJobRetries(place.job(), 3))
                        .over("PUT", "/job/{job}/retries", "{\"retries\":3}"),
                java(
                                "SetJobRetriesCmd",
                                "set retries and due date",
                                (engine, place) -> engine.getManagementService()
                                        .setJobRetries(3)
                                        .jobId(place.job())
                                        .dueDate(new java.util.Date(0))
                                        .execute())
                        .over(
                                "PUT",
                                "/job/{job}/retries",
                                "{\"retries\":3,\"dueDate\":\"2026-01-01T00:00:00.000+0000\"}"),
                java(
                                "SetJobDuedateCmd",
                                "set the due date of a job",
                                (engine, place) ->
                                        engine.getManagementService().setJobDuedate(place.job(), new java.util.Date(0)))
                        .over("PUT", "/job/{job}/duedate", "{\"duedate\":\"2026-01-01T00:00:00.000+0000\"}"),
                java(
                                "RecalculateJobDuedateCmd",
                                "recalculate a timer",
                                (engine, place) ->
                                        engine.getManagementService().recalculateJobDuedate(place.job(), true))
                        .over("POST", "/job/{job}/duedate/recalculate", NONE),
                issued("SetJobPriorityCmd", "set the priority of a job")
                        .over("PUT", "/job/{job}/priority", "{\"priority\":9}"),
                issued("SetJobDefinitionPriorityCmd", "set the priority of jobs")
                        .over("PUT", "/job-definition/none/jobPriority", "{\"priority\":9}"),
                issued("SuspendJobCmd", "suspend a job").over("PUT", "/job/{job}/suspended", "{\"suspended\":true}"),
                issued("ActivateJobCmd", "activate a job").over("PUT", "/job/{job}/suspended", "{\"suspended\":false}"),
                issued("SuspendJobDefinitionCmd", "suspend jobs")
                        .over("PUT", "/job-definition/none/suspended", "{\"suspended\":true}"),
                issued("ActivateJobDefinitionCmd", "activate jobs")
                        .over("PUT", "/job-definition/none/suspended", "{\"suspended\":false}"),
                java(
                                "DeleteJobCmd",
                                "delete a job",
                                (engine, place) -> engine.getManagementService().deleteJob(place.job()))
                        .over("DELETE", "/job/{job}", ""),
                issued("DeleteJobsCmd", "delete jobs"),
                issued("SetJobsRetriesBatchCmd", "set retries by a batch")
                        .over("POST", "/job/retries", "{\"jobIds\":[\"{job}\"],\"retries\":3}"),
                issued("SetJobsRetriesByProcessBatchCmd", "set retries by instance and batch")
                        .over(
                                "POST",
                                "/process-instance/job-retries",
                                "{\"processInstances\":[\"{instance}\"],\"retries\":3}"),
                java(
                                "FetchExternalTasksCmd",
                                "fetch work",
                                (engine, place) -> engine.getExternalTaskService()
                                        .fetchAndLock(1, place.person())
                                        .topic("guarded", 1000)
                                        .execute())
                        .over(
                                "POST",
                                "/external-task/fetchAndLock",
                                "{\"workerId\":\"{person}\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"guarded\",\"lockDuration\":1000}]}"),
                issued("LockExternalTaskCmd", "lock work")
                        .over(
                                "POST",
                                "/external-task/{work}/lock",
                                "{\"workerId\":\"{person}\",\"lockDuration\":1000}"),
                issued("UnlockExternalTaskCmd", "unlock work").over("POST", "/external-task/{work}/unlock", ""),
                issued("ExtendLockOnExternalTaskCmd", "extend a lock")
                        .over(
                                "POST",
                                "/external-task/{work}/extendLock",
                                "{\"workerId\":\"{person}\",\"newDuration\":1000}"),
                java(
                                "CompleteExternalTaskCmd",
                                "complete work",
                                (engine, place) ->
                                        engine.getExternalTaskService().complete(place.work(), place.person()))
                        .over("POST", "/external-task/{work}/complete", "{\"workerId\":\"{person}\"}"),
                java(
                                "HandleExternalTaskFailureCmd",
                                "report a failure",
                                (engine, place) -> engine.getExternalTaskService()
                                        .handleFailure(place.work(), place.person(), "no", 0, 0))
                        .over(
                                "POST",
                                "/external-task/{work}/failure",
                                "{\"workerId\":\"{person}\",\"retries\":0,\"retryTimeout\":0}"),
                java(
                                "HandleExternalTaskBpmnErrorCmd",
                                "leave work by an error",
                                (engine, place) -> engine.getExternalTaskService()
                                        .handleBpmnError(place.work(), place.person(), "Escape"))
                        .over(
                                "POST",
                                "/external-task/{work}/bpmnError",
                                "{\"workerId\":\"{person}\",\"errorCode\":\"Escape\"}"),
                issued("SetExternalTaskPriorityCmd", "set the priority of work")
                        .over("PUT", "/external-task/{work}/priority", "{\"priority\":9}"),
                java(
                                "SetExternalTaskRetriesCmd",
                                "set the retries of work",
                                (engine, place) ->
                                        engine.getExternalTaskService().setRetries(place.work(), 3))
                        .over("PUT", "/external-task/{work}/retries", "{\"retries\":3}"),
                java(
                                "SetExternalTasksRetriesCmd",
                                "set the retries of several",
                                (engine, place) ->
                                        engine.getExternalTaskService().setRetries(List.of(place.work()), 3))
                        .over("PUT", "/external-task/retries", "{\"externalTaskIds\":[\"{work}\"],\"retries\":3}"),
                issued("SetExternalTasksRetriesBatchCmd", "set the retries of work by a batch")
                        .over(
                                "POST",
                                "/external-task/retries-async",
                                "{\"externalTaskIds\":[\"{work}\"],\"retries\":3}"),
                issued("SuspendBatchCmd", "suspend a batch")
                        .over("PUT", "/batch/none/suspended", "{\"suspended\":true}"),
                issued("ActivateBatchCmd", "activate a batch")
                        .over("PUT", "/batch/none/suspended", "{\"suspended\":false}"),
                issued("DeleteBatchCmd", "delete a batch").over("DELETE", "/batch/none", ""));
    }

    private static List<Deed> models() {
        return List.of(
                java(
                        "DeployCmd",
                        "deploy a model",
                        (engine, place) -> engine.getRepositoryService()
                                .createDeployment()
                                .addString("guarded-start.form", GuardedModel.text("guarded-start.form"))
                                .deploy()),
                java(
                                "DeleteDeploymentCmd",
                                "delete a deployment",
                                (engine, place) ->
                                        engine.getRepositoryService().deleteDeployment(place.deployment(), true))
                        .over("DELETE", "/deployment/{deployment}?cascade=true", ""),
                java(
                                "SuspendProcessDefinitionCmd",
                                "suspend a model",
                                (engine, place) ->
                                        engine.getRepositoryService().suspendProcessDefinitionByKey("Guarded"))
                        .over(
                                "PUT",
                                "/process-definition/suspended",
                                "{\"processDefinitionKey\":\"Guarded\",\"suspended\":true}"),
                java(
                                "ActivateProcessDefinitionCmd",
                                "activate a model",
                                (engine, place) ->
                                        engine.getRepositoryService().activateProcessDefinitionByKey("Guarded"))
                        .over(
                                "PUT",
                                "/process-definition/suspended",
                                "{\"processDefinitionKey\":\"Guarded\",\"suspended\":false}"),
                issued("DeleteProcessDefinitionsByIdsCmd", "delete a model")
                        .over("DELETE", "/process-definition/{definition}?cascade=true", ""),
                issued("DeleteProcessDefinitionsByKeyCmd", "delete a model by its key")
                        .over("DELETE", "/process-definition/key/Guarded/delete?cascade=true", ""),
                issued("UpdateProcessDefinitionHistoryTimeToLiveCmd", "alter a model's time to live")
                        .over(
                                "PUT",
                                "/process-definition/{definition}/history-time-to-live",
                                "{\"historyTimeToLive\":1}"),
                issued("UpdateDecisionDefinitionHistoryTimeToLiveCmd", "alter a table's time to live")
                        .over("PUT", "/decision-definition/none/history-time-to-live", "{\"historyTimeToLive\":1}"),
                issued("RegisterDeploymentCmd", "register a deployment").over("POST", "/deployment/registered", ""),
                issued("UnregisterDeploymentCmd", "unregister a deployment"),
                issued("RegisterProcessApplicationCmd", "register an application"),
                issued("UnregisterProcessApplicationCmd", "unregister an application"),
                issued("AddIdentityLinkForProcessDefinitionCmd", "add a starter"),
                issued("DeleteIdentityLinkForProcessDefinitionCmd", "delete a starter"),
                java("SaveFilterCmd", "keep a filter of one's own", (engine, place) -> {
                            var filter = engine.getFilterService().newTaskFilter("own-" + place.turn());
                            filter.setOwner(place.person());
                            engine.getFilterService().saveFilter(filter);
                        })
                        .over(
                                "POST",
                                "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"own-{turn}\",\"owner\":\"{person}\",\"query\":{},\"properties\":{}}"),
                java("SaveFilterCmd", "take over a shared filter", (engine, place) -> {
                            var filter = slipway.engine.SystemScope.call(
                                    () -> engine.getFilterService().getFilter(place.filter()));
                            filter.setOwner(place.person());
                            engine.getFilterService().saveFilter(filter);
                        })
                        .over(
                                "PUT",
                                "/filter/{filter}",
                                "{\"resourceType\":\"Task\",\"name\":\"shared\",\"owner\":\"{person}\","
                                        + "\"query\":{\"assigneeExpression\":\"${currentUser()}\"},\"properties\":{\"priority\":0}}"),
                java(
                                "DeleteFilterCmd",
                                "delete a shared filter",
                                (engine, place) -> engine.getFilterService().deleteFilter(place.filter()))
                        .over("DELETE", "/filter/{filter}", ""));
    }

    private static List<Deed> people() {
        return List.of(
                java("SaveUserCmd", "change one's own password", (engine, place) -> {
                            var user = slipway.engine.SystemScope.call(() -> engine.getIdentityService()
                                    .createUserQuery()
                                    .userId(place.person())
                                    .singleResult());
                            user.setPassword(GuardedModel.PASSWORD);
                            engine.getIdentityService().saveUser(user);
                        })
                        .over(
                                "PUT",
                                "/user/{person}/credentials",
                                "{\"password\":\"" + GuardedModel.PASSWORD + "\",\"authenticatedUserPassword\":\""
                                        + GuardedModel.PASSWORD + "\"}"),
                java("SaveUserCmd", "add a user", (engine, place) -> {
                            var user = engine.getIdentityService().newUser("temp" + place.turn());
                            user.setPassword(GuardedModel.PASSWORD);
                            engine.getIdentityService().saveUser(user);
                        })
                        .over(
                                "POST",
                                "/user/create",
                                "{\"profile\":{\"id\":\"temp{turn}\"},\"credentials\":{\"password\":\""
                                        + GuardedModel.PASSWORD + "\"}}"),
                java(
                                "CreateMembershipCmd",
                                "join a group",
                                (engine, place) -> engine.getIdentityService().createMembership(place.person(), "cab"))
                        .over("PUT", "/group/cab/members/{person}", ""),
                java(
                                "DeleteMembershipCmd",
                                "leave a group",
                                (engine, place) -> engine.getIdentityService().deleteMembership(place.person(), "cab"))
                        .over("DELETE", "/group/cab/members/{person}", ""),
                java("SaveAuthorizationCmd", "grant oneself a right", (engine, place) -> {
                            Authorization grant = slipway.engine.SystemScope.call(() -> engine.getAuthorizationService()
                                    .createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
                            grant.setUserId(place.person());
                            grant.setResource(Resources.TASK);
                            grant.setResourceId("turn-" + place.turn());
                            engine.getAuthorizationService().saveAuthorization(grant);
                        })
                        .over(
                                "POST",
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{person}\",\"groupId\":null,"
                                        + "\"resourceType\":7,\"resourceId\":\"turn-{turn}\"}"));
    }
}
