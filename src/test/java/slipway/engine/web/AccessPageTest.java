package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
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
import slipway.release.Dossiers;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.testing.PastTheGate;
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
    private static final ObjectMapper JSON = new ObjectMapper();
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

    /** Where one of them is read; what is missing here has no address of its own. */
    private static final Map<String, String> ONE = Map.ofEntries(
            Map.entry("task", "task/%s"),
            Map.entry("process-definition", "process-definition/%s/xml"),
            Map.entry("decision-definition", "decision-definition/%s/xml"),
            Map.entry("process-instance", "process-instance/%s/variables"),
            Map.entry("execution", "execution/%s"),
            Map.entry("variable-instance", "variable-instance/%s"),
            Map.entry("incident", "incident/%s"),
            Map.entry("job", "job/%s"),
            Map.entry("job-definition", "job-definition/%s"),
            Map.entry("history/process-instance", "history/process-instance/%s"),
            Map.entry("history/activity-instance", "history/activity-instance/%s"),
            Map.entry("history/variable-instance", "history/variable-instance/%s"),
            Map.entry("history/detail", "history/detail/%s"),
            Map.entry("history/decision-instance", "history/decision-instance/%s"),
            Map.entry("history/job-log", "history/job-log/%s"),
            Map.entry("deployment", "deployment/%s/resources"),
            Map.entry("filter", "filter/%s"),
            Map.entry("user", "user/%s/profile"),
            Map.entry("group", "group/%s"),
            Map.entry("authorization", "authorization/%s"));

    private static final List<String> OF_THE_ENGINE_ITSELF = List.of(
            "/actuator/health",
            "/actuator/info",
            "/actuator/metrics",
            "/engine-rest/engine",
            "/engine-rest/version",
            "/engine-rest/metrics",
            "/engine-rest/metrics/flow-node-instances/sum",
            "/engine-rest/telemetry/configuration",
            "/engine-rest/telemetry/data");

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    Releases releases;

    @Autowired
    Dossiers dossiers;

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
        String release =
                releases.draft(new Actor("mara"), "Read this", "Somebody asks").value();
        dossiers.readers()
                .keySet()
                .forEach(chapter ->
                        answers.put("GET /api/releases/{number}, " + chapter, chapter(release, chapter, people)));
        OF_THE_ENGINE_ITSELF.forEach(address -> answers.put("GET " + address, served("GET " + address, people)));
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

    /** What is not in a list for a person is not shown to them by its id either. */
    @Test
    void who_may_not_list_something_may_not_read_it_by_its_id() {
        keepSomething();
        Map<String, Visitor> people = people();
        Visitor administrator = Objects.requireNonNull(people.get(ADMINISTRATOR));
        people.remove(NOBODY);
        SoftAssertions shown = new SoftAssertions();
        ONE.forEach((kept, one) -> {
            Set<String> all = ids(administrator, kept);
            assertThat(all).as(kept).isNotEmpty();
            people.forEach((name, person) -> {
                Set<String> listed = ids(person, kept);
                Set<String> hidden = new TreeSet<>(all);
                hidden.removeAll(listed);
                hidden.stream()
                        .limit(2)
                        .forEach(id -> shown.assertThat(person.get("/engine-rest/" + one.formatted(id))
                                        .statusCode())
                                .as(name + " reads " + one.formatted(id))
                                .isIn(403, 404));
            });
        });
        shown.assertAll();
    }

    private static Set<String> ids(Visitor person, String kept) {
        Set<String> ids = new TreeSet<>();
        JsonNode answer = json(person.get("/engine-rest/" + kept + "?maxResults=500"));
        assertThat(answer.isArray()).as(kept + ": " + answer).isTrue();
        answer.forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    @Test
    void who_reads_what_the_engine_keeps_reads_every_chapter() {
        for (Roles role : Roles.all()) {
            if (role.desk() == Roles.Desk.MANAGER) {
                assertThat(dossiers.readers().values())
                        .as(role.title())
                        .allMatch(readers -> readers.admits(Set.of(role.group())));
            }
        }
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

    private static Map<String, String> chapter(String release, String chapter, Map<String, Visitor> people) {
        Map<String, String> answers = new LinkedHashMap<>();
        people.forEach((name, person) -> {
            HttpResponse<String> answer = person.get("/api/releases/" + release);
            answers.put(
                    name,
                    refused(answer.statusCode()).orElseGet(() -> json(answer).has(chapter) ? "all" : "no"));
        });
        return answers;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
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
        PastTheGate.deploy(
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
