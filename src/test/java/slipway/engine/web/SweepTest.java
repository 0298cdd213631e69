package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Seeds;
import slipway.testing.Visitor;

/**
 * Every address of the engine's interface, on both of its mounts, by several kinds of people, with odd requests drawn by
 * a seed; {@code -Dslipway.sweep=5000 -Dslipway.sweep.seed=7} for more, or the same again.
 */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {
    private static final String PASSWORD = "Sweeping-2026-clean";
    private static final List<String> MOUNTS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final Map<String, Set<String>> PEOPLE = Map.of(
            "sweepadviser", Set.of("cab"),
            "sweepcoordinator", Set.of("site-coordinator"),
            "sweepapprover", Set.of("change-manager", "release-manager"),
            "sweepowner", Set.of("process-owner", "it-manager"),
            "sweepnobody", Set.of());
    private static final String STRANGER = "stranger";
    /** What no answer holds, in words of the test's own. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)select .* from |insert into |slipway_engine|act_(ru|hi|re|ge|id)_|\\bat [a-z]+(\\.\\w+)+\\("
                    + "|(org|com|java|jakarta)\\.[a-z]+\\.[a-z]|slipway\\.data|/proc/|\\.java:");

    /** Somebody is refused and not told why. */
    private static final Pattern WORDLESS = Pattern.compile("\"(message|detail)\"\\s*:\\s*(\"\\s*\"|null)");

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private final long seed = Seeds.of("slipway.sweep.seed");
    private final Map<String, Visitor> visitors = new TreeMap<>();

    @BeforeAll
    void hire() {
        PEOPLE.forEach((name, groups) ->
                organisation.hire(new Person(new Actor(name), name, name + "@alpenbank.example", groups), PASSWORD));
        organisation.administrator(new Actor("sweepadmin"), PASSWORD);
        List<String> everybody = new ArrayList<>(PEOPLE.keySet());
        everybody.add("sweepadmin");
        for (String name : everybody) {
            visitors.put(name + MOUNTS.get(0), Visitor.program(port, name, PASSWORD));
            // Whoever has no role at all cannot log in there.
            visitors.put(
                    name + MOUNTS.get(1),
                    name.equals("sweepnobody") ? Visitor.nobody(port) : Visitor.person(port, name, PASSWORD));
        }
        MOUNTS.forEach(mount -> visitors.put(STRANGER + mount, Visitor.nobody(port)));
    }

    @Test
    void no_request_makes_it_fail_or_tells_of_its_inside() throws Exception {
        JsonNode document = new ObjectMapper().readTree(SweepTest.class.getResource("/openapi.json"));
        Requests requests = new Requests(document, seed);
        assertThat(requests.addresses()).isGreaterThan(300);
        List<String> who = List.copyOf(visitors.keySet());

        swept(requests, Integer.getInteger("slipway.sweep", 500), (number, path) -> who.get(number % who.size()));
    }

    @Test
    void no_request_to_the_web_applications_or_to_us_makes_it_fail_or_tells_of_its_inside() {
        Requests requests = new Requests(OwnInterfaces.document(endpoints), seed);
        assertThat(requests.addresses()).isGreaterThan(30);
        List<String> names = visitors.keySet().stream()
                .map(name -> name.replaceFirst("/.*", ""))
                .distinct()
                .toList();

        swept(
                requests,
                Integer.getInteger("slipway.sweep", 500) / 2,
                (number, path) -> names.get(number % names.size()) + MOUNTS.get(path.startsWith("/camunda/") ? 1 : 0));
    }

    private void swept(Requests requests, int count, BiFunction<Integer, String, String> people) {
        List<String> known = SystemScope.call(
                        () -> repository.createProcessDefinitionQuery().list())
                .stream()
                .map(ProcessDefinition::getId)
                .toList();
        String before = moved();
        Map<String, String> bad = new LinkedHashMap<>();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, requests.addresses()).boxed().toList());
        Random random = new Random(seed);
        for (int number = 0; number < count; number++) {
            if (number % order.size() == 0) {
                // Each address in each round, by other people than before.
                Collections.shuffle(order, random);
            }
            Requests.Odd odd = requests.next(order.get(number % order.size()), known);
            String visitor = people.apply(number, odd.path());
            if (odd.path().matches(".*/log(in/|out).*") || odd.method().equals("OPTIONS")) {
                continue;
            }
            HttpResponse<String> answer = send(visitor, odd);
            if (answer.statusCode() >= 500
                    || (answer.statusCode() >= 400
                            && (INSIDE.matcher(answer.body()).find()
                                    || WORDLESS.matcher(answer.body()).find()))
                    || (visitor.startsWith(STRANGER) && answer.statusCode() < 400 && !isPage(visitor, odd))) {
                bad.put(
                        visitor + " " + odd.toString().replaceAll("a{40,}", "a…"),
                        answer.statusCode() + " " + answer.body());
            }
        }
        assertThat(bad).as("seed " + seed).isEmpty();
        assertThat(moved()).isEqualTo(before);
    }

    /** What the web applications show before anybody logged in, and their questions about that and about passwords. */
    private static boolean isPage(String visitor, Requests.Odd odd) {
        return odd.path().startsWith("/camunda/")
                || (visitor.endsWith(MOUNTS.get(1)) && odd.path().matches("/identity/password-policy(\\?.*)?"));
    }

    private HttpResponse<String> send(String visitor, Requests.Odd odd) {
        String mount = odd.path().matches("/(camunda/)?api/.*")
                ? ""
                : MOUNTS.stream().filter(visitor::endsWith).findFirst().orElseThrow();
        HttpRequest.Builder request = visitor(visitor)
                .request(mount + odd.path())
                .method(
                        odd.method(),
                        odd.body()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        return visitor(visitor)
                .send(odd.body().isPresent() ? request.header("Content-Type", "application/json") : request);
    }

    private Visitor visitor(String name) {
        return Objects.requireNonNull(visitors.get(name));
    }

    /** Whatever moves a release, a task or a model. */
    private String moved() {
        return jdbc.sql("""
                        select (select count(*) from slipway.event) || ' '
                            || (select count(*) from slipway_engine.act_ru_execution) || ' '
                            || (select count(*) from slipway_engine.act_ru_task) || ' '
                            || (select count(*) from slipway_engine.act_re_procdef) || ' '
                            || (select count(*) from slipway_engine.act_ru_authorization)
                        """).query(String.class).single();
    }
}
