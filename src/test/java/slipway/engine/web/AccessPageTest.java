package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import slipway.engine.SystemScope;
import slipway.engine.UserTask;
import slipway.engine.people.Organisation;
import slipway.identity.Clearance;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.TinyModels;
import slipway.testing.Visitor;

/** Asks every address of ours, and what the engine keeps, as a member of each role alone; nothing may be left open. */
@ProcessTest
class AccessPageTest {
    private static final String PASSWORD = "Open-Sesame-2021";
    private static final String ADMINISTRATOR = "Administrator";
    private static final String WITHOUT = "No role";
    private static final String NOBODY = "Not logged in";
    private static final Pattern COUNT = Pattern.compile("\\{\"count\":(\\d+)}");

    /** What the engine keeps, each with something in it. */
    private static final List<String> ENGINE = List.of(
            "task",
            "process-definition",
            "decision-definition",
            "process-instance",
            "execution",
            "variable-instance",
            "incident",
            "job",
            "job-definition",
            "history/process-instance",
            "history/activity-instance",
            "history/task",
            "history/variable-instance",
            "history/detail",
            "history/decision-instance",
            "history/incident",
            "history/job-log",
            "history/user-operation",
            "deployment",
            "filter",
            "user",
            "group",
            "authorization");

    private static final List<String> ACTUATOR = List.of("/actuator/health", "/actuator/info", "/actuator/metrics");

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Test
    void the_page_says_what_each_address_answers_to_each_role() throws Exception {
        keepSomething();
        Map<String, Visitor> people = people();
        claims(Objects.requireNonNull(people.get(Roles.RELEASE_MANAGER.title())), Roles.RELEASE_MANAGER.group());
        Map<String, Visitor> sessions = sessions(without(people).keySet());
        Map<String, Map<String, String>> answers = new LinkedHashMap<>();
        ours().forEach(address -> answers.put(address, served(address, people)));
        ACTUATOR.forEach(address -> answers.put("GET " + address, served("GET " + address, people)));
        ENGINE.forEach(kept -> {
            Map<String, String> seen = seen("/engine-rest/" + kept + "/count", people);
            answers.put("GET /engine-rest/" + kept, seen);
            assertThat(seen("/camunda/api/engine/engine/default/" + kept + "/count", sessions))
                    .as("by the other mount: " + kept)
                    .isEqualTo(without(seen));
        });
        String page = AccessPage.text(List.copyOf(people.keySet()), answers);
        if (Boolean.getBoolean("slipway.docs")) {
            Files.writeString(AccessPage.PAGE, page);
        }

        assertThat(Files.readString(AccessPage.PAGE))
                .as("docs/access.md, which 'make docs' writes")
                .isEqualTo(page);
    }

    private static Map<String, String> served(String address, Map<String, Visitor> people) {
        String[] words = address.replaceAll("\\{[^}]*}", "x").split(" ");
        Map<String, String> answers = new LinkedHashMap<>();
        people.forEach((name, person) -> {
            int status = person.send(
                            person.request(words[1]).method(words[0], HttpRequest.BodyPublishers.ofString("{}")))
                    .statusCode();
            answers.put(name, refused(status).orElse("all"));
        });
        return answers;
    }

    private static Map<String, String> seen(String path, Map<String, Visitor> people) {
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        people.forEach((name, person) -> answers.put(name, person.get(path)));
        long all = count(Objects.requireNonNull(answers.get(ADMINISTRATOR)));
        assertThat(all).as(path).isPositive();
        Map<String, String> seen = new LinkedHashMap<>();
        answers.forEach((name, answer) ->
                seen.put(name, refused(answer.statusCode()).orElseGet(() -> share(count(answer), all))));
        return seen;
    }

    private static Optional<String> refused(int status) {
        return switch (status) {
            case 401 -> Optional.of("log in");
            case 403 -> Optional.of("no");
            default -> Optional.empty();
        };
    }

    private static String share(long seen, long all) {
        return seen == 0 ? "none" : seen == all ? "all" : "own";
    }

    private static long count(HttpResponse<String> answer) {
        Matcher counted = COUNT.matcher(answer.body());
        assertThat(counted.matches()).as(answer.body()).isTrue();
        return Long.parseLong(counted.group(1));
    }

    private void keepSomething() {
        UserTask task = (where, submission) -> UserTask.Recorded.nothing();
        if (!beans.containsSingleton("reading")) {
            beans.registerSingleton("reading", task);
        }
        TinyModels.deploy(
                repository,
                Map.of(
                        "reading.bpmn",
                        TinyModels.process("Reading", """
                                <bpmn:startEvent id="Start"/>
                                <bpmn:businessRuleTask id="Rule" camunda:decisionRef="ReadingTable"
                                    camunda:resultVariable="result"/>
                                <bpmn:userTask id="Task" camunda:candidateGroups="${group}">
                                  <bpmn:extensionElements><camunda:properties>
                                    <camunda:property name="records" value="reading"/>
                                  </camunda:properties></bpmn:extensionElements>
                                </bpmn:userTask>
                                <bpmn:boundaryEvent id="Late" attachedToRef="Task"><bpmn:timerEventDefinition>
                                  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration>
                                </bpmn:timerEventDefinition></bpmn:boundaryEvent>
                                <bpmn:endEvent id="End"/>
                                <bpmn:endEvent id="TooLate"/>
                                <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Rule"/>
                                <bpmn:sequenceFlow id="F2" sourceRef="Rule" targetRef="Task"/>
                                <bpmn:sequenceFlow id="F3" sourceRef="Task" targetRef="End"/>
                                <bpmn:sequenceFlow id="F4" sourceRef="Late" targetRef="TooLate"/>
                                """),
                        "reading.dmn",
                        TinyModels.table("ReadingTable", "")));
        Roles.all()
                .forEach(role -> SystemScope.run(() -> {
                    String instance = runtime.startProcessInstanceByKey(
                                    "Reading", Map.of("x", 1, "group", role.group()))
                            .getId();
                    String waiting = runtime.createExecutionQuery()
                            .processInstanceId(instance)
                            .activityId("Task")
                            .singleResult()
                            .getId();
                    runtime.createIncident("reading", waiting, "x");
                }));
    }

    /** What people do is kept too. */
    private void claims(Visitor person, String group) {
        String task = SystemScope.call(() -> tasks.createTaskQuery()
                .processDefinitionKey("Reading")
                .taskCandidateGroup(group)
                .list()
                .getFirst()
                .getId());
        assertThat(person.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + account(group) + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private Map<String, Visitor> people() {
        Map<String, Visitor> people = new LinkedHashMap<>();
        Roles.all().forEach(role -> people.put(role.title(), hired(role.group())));
        people.put(ADMINISTRATOR, hired(Clearance.ADMINISTRATOR));
        people.put(WITHOUT, hired(""));
        people.put(NOBODY, Visitor.nobody(port));
        return people;
    }

    private Visitor hired(String group) {
        String id = account(group);
        organisation.hire(
                new Person(new Actor(id), "Reader " + id, "", group.isEmpty() ? Set.of() : Set.of(group)), PASSWORD);
        return Visitor.program(port, id, PASSWORD);
    }

    private Map<String, Visitor> sessions(Set<String> names) {
        Map<String, Visitor> sessions = new LinkedHashMap<>();
        names.forEach(name -> sessions.put(
                name,
                name.equals(NOBODY) ? Visitor.nobody(port) : Visitor.person(port, account(group(name)), PASSWORD)));
        return sessions;
    }

    /** Who has no role opens none of the applications. */
    private static <T> Map<String, T> without(Map<String, T> all) {
        Map<String, T> desks = new LinkedHashMap<>(all);
        desks.remove(WITHOUT);
        return desks;
    }

    private static String group(String name) {
        return name.equals(ADMINISTRATOR)
                ? Clearance.ADMINISTRATOR
                : Roles.all().stream()
                        .filter(role -> role.title().equals(name))
                        .map(Roles::group)
                        .findFirst()
                        .orElse("");
    }

    private static String account(String group) {
        return "reads" + group.replace("-", "");
    }

    private List<String> ours() {
        List<String> addresses = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("slipway.")) {
                String verb = mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .findFirst()
                        .orElse("GET");
                mapping.getPatternValues().forEach(pattern -> addresses.add(verb + " " + pattern));
            }
        });
        return addresses.stream().sorted().toList();
    }
}
