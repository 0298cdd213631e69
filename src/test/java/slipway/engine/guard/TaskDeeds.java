package slipway.engine.guard;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/** What can be done to a task. */
final class TaskDeeds {
    private static final String NONE = "{}";
    private static final String APPROVE = "{\"variables\":{\"decision\":{\"value\":\"APPROVE\"}}}";

    private TaskDeeds() {}

    static List<Deed> all() {
        return List.of(
                Deed.java(
                                "CompleteTaskCmd",
                                "complete a held task",
                                (engine, place) ->
                                        engine.getTaskService().complete(place.task(), Map.of("decision", "APPROVE")))
                        .over("POST", "/task/{task}/complete", APPROVE)
                        .holding(),
                Deed.java(
                                "CompleteTaskCmd",
                                "complete without claiming",
                                (engine, place) ->
                                        engine.getTaskService().complete(place.task(), Map.of("decision", "APPROVE")))
                        .over("POST", "/task/{task}/complete", APPROVE),
                Deed.java(
                                "SubmitTaskFormCmd",
                                "submit the form of a held task",
                                (engine, place) -> engine.getFormService()
                                        .submitTaskForm(place.task(), Map.of("decision", "APPROVE")))
                        .over("POST", "/task/{task}/submit-form", APPROVE)
                        .holding(),
                Deed.java(
                                "SubmitTaskFormCmd",
                                "submit a field that the form lacks",
                                (engine, place) ->
                                        engine.getFormService().submitTaskForm(place.task(), Map.of("goNoGo", "GO")))
                        .over("POST", "/task/{task}/submit-form", "{\"variables\":{\"goNoGo\":{\"value\":\"GO\"}}}")
                        .holding(),
                Deed.java(
                                "ResolveTaskCmd",
                                "resolve",
                                (engine, place) -> engine.getTaskService().resolveTask(place.task()))
                        .over("POST", "/task/{task}/resolve", NONE)
                        .holding(),
                Deed.java(
                                "HandleTaskBpmnErrorCmd",
                                "leave by a BPMN error",
                                (engine, place) -> engine.getTaskService().handleBpmnError(place.task(), "Escape"))
                        .over("POST", "/task/{task}/bpmnError", "{\"errorCode\":\"Escape\"}")
                        .holding(),
                Deed.java(
                                "HandleTaskEscalationCmd",
                                "leave by an escalation",
                                (engine, place) -> engine.getTaskService().handleEscalation(place.task(), "Raise"))
                        .over("POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"Raise\"}")
                        .holding(),
                Deed.java(
                                "ClaimTaskCmd",
                                "claim",
                                (engine, place) -> engine.getTaskService().claim(place.task(), place.person()))
                        .over("POST", "/task/{task}/claim", "{\"userId\":\"{person}\"}"),
                Deed.java(
                                "ClaimTaskCmd",
                                "claim for another",
                                (engine, place) -> engine.getTaskService().claim(place.task(), "carl"))
                        .over("POST", "/task/{task}/claim", "{\"userId\":\"carl\"}"),
                Deed.java(
                                "AssignTaskCmd",
                                "assign to oneself",
                                (engine, place) -> engine.getTaskService().setAssignee(place.task(), place.person()))
                        .over("POST", "/task/{task}/assignee", "{\"userId\":\"{person}\"}"),
                Deed.java(
                                "AssignTaskCmd",
                                "assign to another",
                                (engine, place) -> engine.getTaskService().setAssignee(place.task(), "carl"))
                        .over("POST", "/task/{task}/assignee", "{\"userId\":\"carl\"}"),
                Deed.java(
                                "AssignTaskCmd",
                                "give a held task back",
                                (engine, place) -> engine.getTaskService().setAssignee(place.task(), null))
                        .over("POST", "/task/{task}/unclaim", NONE)
                        .holding(),
                Deed.java(
                                "DelegateTaskCmd",
                                "delegate",
                                (engine, place) -> engine.getTaskService().delegateTask(place.task(), "carl"))
                        .over("POST", "/task/{task}/delegate", "{\"userId\":\"carl\"}"),
                Deed.java(
                        "SetTaskOwnerCmd",
                        "set the owner",
                        (engine, place) -> engine.getTaskService().setOwner(place.task(), place.person())),
                Deed.java(
                                "AddUserIdentityLinkCmd",
                                "add oneself as candidate",
                                (engine, place) ->
                                        engine.getTaskService().addCandidateUser(place.task(), place.person()))
                        .over(
                                "POST",
                                "/task/{task}/identity-links",
                                "{\"userId\":\"{person}\",\"type\":\"candidate\"}"),
                Deed.java(
                                "AddUserIdentityLinkCmd",
                                "add oneself as assignee",
                                (engine, place) -> engine.getTaskService()
                                        .addUserIdentityLink(place.task(), place.person(), "assignee"))
                        .over("POST", "/task/{task}/identity-links", "{\"userId\":\"{person}\",\"type\":\"assignee\"}"),
                Deed.java(
                                "AddGroupIdentityLinkCmd",
                                "add a candidate group",
                                (engine, place) ->
                                        engine.getTaskService().addCandidateGroup(place.task(), "test-manager"))
                        .over(
                                "POST",
                                "/task/{task}/identity-links",
                                "{\"groupId\":\"test-manager\",\"type\":\"candidate\"}"),
                Deed.java(
                                "DeleteUserIdentityLinkCmd",
                                "delete a candidate",
                                (engine, place) -> engine.getTaskService().deleteCandidateUser(place.task(), "carl"))
                        .over(
                                "POST",
                                "/task/{task}/identity-links/delete",
                                "{\"userId\":\"carl\",\"type\":\"candidate\"}"),
                Deed.java(
                                "DeleteGroupIdentityLinkCmd",
                                "delete the candidate group",
                                (engine, place) ->
                                        engine.getTaskService().deleteCandidateGroup(place.task(), "change-manager"))
                        .over(
                                "POST",
                                "/task/{task}/identity-links/delete",
                                "{\"groupId\":\"change-manager\",\"type\":\"candidate\"}"),
                Deed.java("SaveTaskCmd", "alter the task", (engine, place) -> {
                            Task task = place.release().task("Task_Decide");
                            task.setAssignee(place.person());
                            engine.getTaskService().saveTask(task);
                        })
                        .over("PUT", "/task/{task}", "{\"name\":\"Other\",\"assignee\":\"{person}\",\"priority\":99}"),
                Deed.java(
                                "SaveTaskCmd",
                                "create a task of one's own",
                                (engine, place) -> engine.getTaskService()
                                        .saveTask(engine.getTaskService().newTask("own-" + place.turn())))
                        .over("POST", "/task/create", "{\"id\":\"own-{turn}\",\"name\":\"Own\"}"),
                Deed.issued("CreateTaskCmd", "make a task in memory"),
                Deed.java(
                        "SetTaskDueDateCmd",
                        "set the due date",
                        (engine, place) -> engine.getTaskService().setDueDate(place.task(), new Date(0))),
                Deed.issued("SetTaskFollowUpDateCmd", "set the follow-up date"),
                Deed.java(
                        "SetTaskPriorityCmd",
                        "set the priority",
                        (engine, place) -> engine.getTaskService().setPriority(place.task(), 99)),
                Deed.issued("SetTaskNameCmd", "rename"),
                Deed.issued("SetTaskDescriptionCmd", "describe anew"),
                Deed.java(
                                "DeleteTaskCmd",
                                "delete the task",
                                (engine, place) -> engine.getTaskService().deleteTask(place.task()))
                        .over("DELETE", "/task/{task}", ""),
                Deed.java(
                                "SetTaskVariablesCmd",
                                "set a variable of the task",
                                (engine, place) -> engine.getTaskService().setVariable(place.task(), "goNoGo", "GO"))
                        .over("PUT", "/task/{task}/variables/goNoGo", "{\"value\":\"GO\"}"),
                Deed.java(
                                "RemoveTaskVariablesCmd",
                                "remove a variable of the task",
                                (engine, place) -> engine.getTaskService().removeVariable(place.task(), "goNoGo"))
                        .over("DELETE", "/task/{task}/variables/goNoGo", ""),
                Deed.issued("PatchTaskVariablesCmd", "set and remove variables of the task")
                        .over("POST", "/task/{task}/variables", "{\"modifications\":{\"goNoGo\":{\"value\":\"GO\"}}}"),
                Deed.java(
                                "AddCommentCmd",
                                "comment on the task",
                                (engine, place) -> engine.getTaskService().createComment(place.task(), null, "a word"))
                        .over("POST", "/task/{task}/comment/create", "{\"message\":\"a word\"}"),
                Deed.issued("UpdateCommentCmd", "alter a comment")
                        .over("PUT", "/task/{task}/comment", "{\"id\":\"none\",\"message\":\"other\"}"),
                Deed.issued("DeleteTaskCommentCmd", "delete a comment").over("DELETE", "/task/{task}/comment/none", ""),
                Deed.issued("DeleteProcessInstanceCommentCmd", "delete a comment of the instance")
                        .over("DELETE", "/process-instance/{instance}/comment/none", ""),
                Deed.java(
                        "CreateAttachmentCmd",
                        "attach a document",
                        (engine, place) -> engine.getTaskService()
                                .createAttachment("url", place.task(), null, "name", "text", "http://localhost/")),
                Deed.issued("SaveAttachmentCmd", "alter an attachment"),
                Deed.issued("DeleteAttachmentCmd", "delete an attachment"));
    }
}
