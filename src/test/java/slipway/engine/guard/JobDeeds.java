package slipway.engine.guard;

import java.util.Date;
import java.util.List;

/** What can be done to waiting jobs and to work. */
final class JobDeeds {
    private static final String NONE = "{}";

    private JobDeeds() {}

    static List<Deed> all() {
        return List.of(
                Deed.java(
                                "ExecuteJobsCmd",
                                "pull a timer forward",
                                (engine, place) -> engine.getManagementService().executeJob(place.job()))
                        .over("POST", "/job/{job}/execute", NONE),
                Deed.java(
                                "SetJobRetriesCmd",
                                "set the retries of a job",
                                (engine, place) -> engine.getManagementService().setJobRetries(place.job(), 3))
                        .over("PUT", "/job/{job}/retries", "{\"retries\":3}"),
                Deed.java(
                                "SetJobRetriesCmd",
                                "set retries and due date",
                                (engine, place) -> engine.getManagementService()
                                        .setJobRetries(3)
                                        .jobId(place.job())
                                        .dueDate(new Date(0))
                                        .execute())
                        .over(
                                "PUT",
                                "/job/{job}/retries",
                                "{\"retries\":3,\"dueDate\":\"2026-01-01T00:00:00.000+0000\"}"),
                Deed.java(
                                "SetJobDuedateCmd",
                                "set the due date of a job",
                                (engine, place) ->
                                        engine.getManagementService().setJobDuedate(place.job(), new Date(0)))
                        .over("PUT", "/job/{job}/duedate", "{\"duedate\":\"2026-01-01T00:00:00.000+0000\"}"),
                Deed.java(
                                "RecalculateJobDuedateCmd",
                                "recalculate a timer",
                                (engine, place) ->
                                        engine.getManagementService().recalculateJobDuedate(place.job(), true))
                        .over("POST", "/job/{job}/duedate/recalculate", NONE),
                Deed.issued("SetJobPriorityCmd", "set the priority of a job")
                        .over("PUT", "/job/{job}/priority", "{\"priority\":9}"),
                Deed.issued("SetJobDefinitionPriorityCmd", "set the priority of jobs")
                        .over("PUT", "/job-definition/none/jobPriority", "{\"priority\":9}"),
                Deed.issued("SuspendJobCmd", "suspend a job")
                        .over("PUT", "/job/{job}/suspended", "{\"suspended\":true}"),
                Deed.issued("ActivateJobCmd", "activate a job")
                        .over("PUT", "/job/{job}/suspended", "{\"suspended\":false}"),
                Deed.issued("SuspendJobDefinitionCmd", "suspend jobs")
                        .over("PUT", "/job-definition/none/suspended", "{\"suspended\":true}"),
                Deed.issued("ActivateJobDefinitionCmd", "activate jobs")
                        .over("PUT", "/job-definition/none/suspended", "{\"suspended\":false}"),
                Deed.java(
                                "DeleteJobCmd",
                                "delete a job",
                                (engine, place) -> engine.getManagementService().deleteJob(place.job()))
                        .over("DELETE", "/job/{job}", ""),
                Deed.issued("DeleteJobsCmd", "delete jobs"),
                Deed.issued("SetJobsRetriesBatchCmd", "set retries by a batch")
                        .over("POST", "/job/retries", "{\"jobIds\":[\"{job}\"],\"retries\":3}"),
                Deed.issued("SetJobsRetriesByProcessBatchCmd", "set retries by instance and batch")
                        .over(
                                "POST",
                                "/process-instance/job-retries",
                                "{\"processInstances\":[\"{instance}\"],\"retries\":3}"),
                Deed.java(
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
                Deed.issued("LockExternalTaskCmd", "lock work")
                        .over(
                                "POST",
                                "/external-task/{work}/lock",
                                "{\"workerId\":\"{person}\",\"lockDuration\":1000}"),
                Deed.issued("UnlockExternalTaskCmd", "unlock work").over("POST", "/external-task/{work}/unlock", ""),
                Deed.issued("ExtendLockOnExternalTaskCmd", "extend a lock")
                        .over(
                                "POST",
                                "/external-task/{work}/extendLock",
                                "{\"workerId\":\"{person}\",\"newDuration\":1000}"),
                Deed.java(
                                "CompleteExternalTaskCmd",
                                "complete work",
                                (engine, place) ->
                                        engine.getExternalTaskService().complete(place.work(), place.person()))
                        .over("POST", "/external-task/{work}/complete", "{\"workerId\":\"{person}\"}"),
                Deed.java(
                                "HandleExternalTaskFailureCmd",
                                "report a failure",
                                (engine, place) -> engine.getExternalTaskService()
                                        .handleFailure(place.work(), place.person(), "no", 0, 0))
                        .over(
                                "POST",
                                "/external-task/{work}/failure",
                                "{\"workerId\":\"{person}\",\"retries\":0,\"retryTimeout\":0}"),
                Deed.java(
                                "HandleExternalTaskBpmnErrorCmd",
                                "leave work by an error",
                                (engine, place) -> engine.getExternalTaskService()
                                        .handleBpmnError(place.work(), place.person(), "Escape"))
                        .over(
                                "POST",
                                "/external-task/{work}/bpmnError",
                                "{\"workerId\":\"{person}\",\"errorCode\":\"Escape\"}"),
                Deed.issued("SetExternalTaskPriorityCmd", "set the priority of work")
                        .over("PUT", "/external-task/{work}/priority", "{\"priority\":9}"),
                Deed.java(
                                "SetExternalTaskRetriesCmd",
                                "set the retries of work",
                                (engine, place) ->
                                        engine.getExternalTaskService().setRetries(place.work(), 3))
                        .over("PUT", "/external-task/{work}/retries", "{\"retries\":3}"),
                Deed.java(
                                "SetExternalTasksRetriesCmd",
                                "set the retries of several",
                                (engine, place) ->
                                        engine.getExternalTaskService().setRetries(List.of(place.work()), 3))
                        .over("PUT", "/external-task/retries", "{\"externalTaskIds\":[\"{work}\"],\"retries\":3}"),
                Deed.issued("SetExternalTasksRetriesBatchCmd", "set the retries of work by a batch")
                        .over(
                                "POST",
                                "/external-task/retries-async",
                                "{\"externalTaskIds\":[\"{work}\"],\"retries\":3}"),
                Deed.issued("SuspendBatchCmd", "suspend a batch")
                        .over("PUT", "/batch/none/suspended", "{\"suspended\":true}"),
                Deed.issued("ActivateBatchCmd", "activate a batch")
                        .over("PUT", "/batch/none/suspended", "{\"suspended\":false}"),
                Deed.issued("DeleteBatchCmd", "delete a batch").over("DELETE", "/batch/none", ""));
    }
}
