package slipway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.engine.Work;
import slipway.engine.work.Worker;
import slipway.site.Order;
import slipway.site.SiteOrders;
import slipway.site.Teller;

/** The engine in the hands of a test: people act as themselves, jobs and work go on when told, time moves when told. */
@Component
public class Stage {
    private final ProcessEngine engine;
    private final Worker worker;
    private final List<Work> works;
    private final SiteOrders orders;
    private final List<Teller> tellers;
    private final JdbcClient jdbc;
    private final Typist typist;
    private final Map<Order.Kind, Runnable> interceptions = new EnumMap<>(Order.Kind.class);

    Stage(
            ProcessEngine engine,
            Worker worker,
            List<Work> works,
            SiteOrders orders,
            List<Teller> tellers,
            JdbcClient jdbc,
            Typist typist) {
        this.engine = engine;
        this.worker = worker;
        this.works = works;
        this.orders = orders;
        this.tellers = tellers;
        this.jdbc = jdbc;
        this.typist = typist;
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Before the next order of that kind begins, this happens in the world. */
    void interceptNext(Order.Kind kind, Runnable happening) {
        interceptions.put(kind, happening);
    }

    /** Does something as that person, with their groups, and as nobody again afterwards. */
    <T> T as(String person, Supplier<T> act) {
        List<String> groups =
                SystemScope.call(() -> engine.getIdentityService()
                                .createGroupQuery()
                                .groupMember(person)
                                .list())
                        .stream()
                        .map(Group::getId)
                        .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Starts a release by the start form; gives its number. */
    String start(String person, String title, String purpose) {
        return as(person, () -> {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("ReleaseManagement")
                    .latestVersion()
                    .singleResult()
                    .getId();
            return engine.getFormService()
                    .submitStartForm(
                            definition, typist.types("start-release", Map.of("title", title, "purpose", purpose)))
                    .getBusinessKey();
        });
    }

    /** Starts a short process of the folder {@code interruption} by its start form. */
    void raise(String person, String process, Map<String, Object> entries) {
        as(person, () -> {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return engine.getFormService().submitStartForm(definition, typist.types(form(process), entries));
        });
    }

    /** Claims the task unless the person has it, and completes it with what they enter. */
    void complete(String release, String person, String task, Map<String, Object> entries) {
        completeById(task(release, task).getId(), person, entries);
    }

    /** What the form of a waiting task shows although nobody supplies it. */
    Set<String> missingFacts(String release, String person, String task) {
        return FormReferences.missing(form(task), form(release, person, task));
    }

    private static String form(String element) {
        return element.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    void completeById(String id, String person, Map<String, Object> entries) {
        Task task = SystemScope.call(
                () -> engine.getTaskService().createTaskQuery().taskId(id).singleResult());
        String form = form(task.getTaskDefinitionKey().replace("Task_", ""));
        as(person, () -> {
            if (!person.equals(task.getAssignee())) {
                engine.getTaskService().claim(id, person);
            }
            engine.getFormService().submitTaskForm(id, typist.types(form, entries));
            return true;
        });
    }

    /** The open task of that element that is offered to that person by name. */
    String openFor(String release, String element, String person) {
        return SystemScope.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(release)
                .taskDefinitionKey("Task_" + element)
                .taskCandidateUser(person)
                .singleResult()
                .getId());
    }

    /** Whether an open task of that element is offered to that person by name. */
    boolean isOffered(String release, String element, String person) {
        return SystemScope.call(() -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(release)
                        .taskDefinitionKey("Task_" + element)
                        .taskCandidateUser(person)
                        .count())
                > 0;
    }

    /** Whoever holds an open task of that element gives it back. */
    void givesBack(String release, String element) {
        openTasks(release).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_" + element) && task.getAssignee() != null)
                .forEach(task -> as(task.getAssignee(), () -> {
                    engine.getTaskService().setAssignee(task.getId(), null);
                    return true;
                }));
    }

    /** Whether a timer of the release runs. */
    boolean hasTimer(String release) {
        return jobs(release).stream().anyMatch(job -> job.getDuedate() != null);
    }

    /** What the form of a waiting task shows to that person. */
    Map<String, Object> form(String release, String person, String task) {
        String id = task(release, task).getId();
        Map<String, Object> facts =
                as(person, () -> new HashMap<>(engine.getFormService().getTaskFormVariables(id)));
        typist.reads(facts);
        return facts;
    }

    /** The oldest open task of that element; an error that says what is open instead. */
    Task task(String release, String element) {
        return openTasks(release).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_" + element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " does not wait in " + release + "; waiting: "
                        + waiting(release) + incidents(release)));
    }

    /** The elements at which people are waited for. */
    Set<String> waiting(String release) {
        return openTasks(release).stream()
                .map(task -> task.getTaskDefinitionKey().replace("Task_", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Task> openTasks(String release) {
        return SystemScope.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(release)
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    String incidents(String release) {
        return SystemScope.call(
                        () -> engine.getRuntimeService().createIncidentQuery().list())
                .stream()
                .filter(incident -> instances(release).contains(incident.getProcessInstanceId()))
                .map(incident -> "\nincident at " + incident.getActivityId() + ": " + incident.getIncidentMessage())
                .collect(Collectors.joining());
    }

    /** Whether any process of the release still runs. */
    boolean runs(String release) {
        return !instances(release).isEmpty();
    }

    /** Runs due jobs, ordered work and site orders until only people and timers are waited for. */
    void settle(String release) {
        boolean moved = true;
        while (moved) {
            moved = dueJobs(release).stream().filter(this::execute).count() > 0;
            for (Work work : works) {
                moved |= worker.runDue(work.topic());
            }
            for (Order.Kind kind : Order.Kind.values()) {
                moved |= siteOrder(kind);
            }
            for (Teller teller : tellers) {
                moved |= SystemScope.call(teller::tellNext);
            }
        }
    }

    private boolean siteOrder(Order.Kind kind) {
        if (interceptions.containsKey(kind) && due(kind)) {
            Objects.requireNonNull(interceptions.remove(kind)).run();
        }
        return SystemScope.call(() -> orders.runDue(Set.of(kind)));
    }

    private boolean due(Order.Kind kind) {
        return jdbc.sql("select exists (select 1 from slipway.site_order where kind = ? and state = 'OPEN')")
                .param(kind.name())
                .query(Boolean.class)
                .single();
    }

    /** Lets time pass; timers that are due fire. */
    void pass(String release, Duration time) {
        ClockUtil.setCurrentTime(Date.from(now().plus(time)));
        settle(release);
    }

    /** Turns the clock to the release's next timer and lets it fire. */
    void passToNextTimer(String release) {
        Instant due = jobs(release).stream()
                .filter(job -> job.getDuedate() != null)
                .map(job -> job.getDuedate().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError(
                        "no timer runs in " + release + "; waiting: " + waiting(release) + incidents(release)));
        pass(release, Duration.between(now(), due).plusSeconds(1));
    }

    static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private boolean execute(Job job) {
        SystemScope.run(() -> engine.getManagementService().executeJob(job.getId()));
        return true;
    }

    private List<Job> dueJobs(String release) {
        return jobs(release).stream()
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(now()))
                .filter(job -> job.getRetries() > 0)
                .toList();
    }

    private List<Job> jobs(String release) {
        Set<String> mine = new HashSet<>(instances(release));
        mine.addAll(ofNoRelease());
        return SystemScope.call(() ->
                        engine.getManagementService().createJobQuery().active().list())
                .stream()
                .filter(job -> mine.contains(job.getProcessInstanceId()))
                .toList();
    }

    /** What was raised about an RFC or a revision belongs to no release alone. */
    private Set<String> ofNoRelease() {
        return SystemScope.call(() ->
                        engine.getRuntimeService().createProcessInstanceQuery().list())
                .stream()
                .filter(instance -> instance.getBusinessKey() == null)
                .map(instance -> instance.getId())
                .collect(Collectors.toSet());
    }

    private Set<String> instances(String release) {
        return SystemScope.call(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(release)
                        .list())
                .stream()
                .map(instance -> instance.getId())
                .collect(Collectors.toSet());
    }

    /**
     * Ends every process, as no person may, and gives back what open releases hold, and leaves nothing to tell them: what
     * a scenario left half done must not go on in the next.
     */
    void endEverything() {
        interceptions.clear();
        SystemScope.run(() -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the scenario is over")));
        List.of(
                        "update slipway.site_order set state = 'WITHDRAWN', worker = null, lease_until = null"
                                + " where state in ('WAITING', 'OPEN', 'CLAIMED')",
                        "update slipway.wave set told = true where not told",
                        "update slipway.back_out set told = true, state = 'OVER' where state <> 'OVER'",
                        "update slipway.reservation set until = now() where until is null",
                        "update slipway.rfc_claim set ended_at = now() where ended_at is null",
                        "update slipway.release set state = 'CANCELLED', stopped_in = null"
                                + " where state not in ('CLOSED', 'REJECTED', 'CANCELLED')")
                .forEach(statement -> jdbc.sql(statement).update());
    }
}
