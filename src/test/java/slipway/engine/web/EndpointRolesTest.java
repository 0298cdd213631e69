package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import slipway.engine.people.Organisation;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

/** Asks every endpoint that there is, as a member of each role alone. */
@ProcessTest
class EndpointRolesTest {
    private static final String PASSWORD = "Open-Sesame-2021";

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Autowired
    EndpointRoles roles;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_endpoint_serves_whom_it_names_and_nobody_else() {
        Map<String, Visitor> visitors = visitors();
        Map<String, Clearance> addresses = addresses();
        assertThat(addresses).containsKey("GET /api/releases");
        addresses.forEach((address, clearance) -> visitors.forEach((group, visitor) -> {
            String[] words = address.split(" ");
            HttpResponse<String> answer =
                    visitor.send(visitor.request(words[1]).method(words[0], HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode() != 403)
                    .as("%s for %s: %s", address, group, answer.body())
                    .isEqualTo(clearance.admits(Set.of(group)));
        }));
    }

    @Test
    void the_refusal_says_whom_the_address_is_for() {
        HttpResponse<String> answer = visitor("nobody-yet").get("/api/releases");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":403", "\"rule\":\"endpoint-role\"")
                .contains("endpoint-role: this address is for people with a role in release management;");
        assertThat(visitor("deployment-engineer").get("/api/builds/BLD-1").body())
                .contains("this address is for the roles Release manager, Build engineer, ");
    }

    @Test
    void who_was_refused_at_an_address_is_on_record() {
        visitor("deployment-engineer").get("/api/builds/BLD-1");
        visitor("process-owner").get("/actuator/metrics");
        Visitor foreign = visitor("release-manager");
        foreign.send(foreign.request("/api/releases")
                .header("Origin", "https://evil.example")
                .GET());

        assertThat(newestRefusals(3))
                .containsExactly(
                        "onlydeploymentengineer GET /api/builds/BLD-1 endpoint-role",
                        "onlyprocessowner GET /actuator/metrics endpoint-role",
                        "onlyreleasemanager GET /api/releases foreign-origin");
    }

    private List<String> newestRefusals(int count) {
        return jdbc.sql("select actor || ' ' || command || ' ' || rule from"
                        + " (select * from slipway.refusal order by id desc limit ?) as newest order by id")
                .param(count)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/releases/REL-1/builds, number, release number 'REL-1' is not of the form",
        "/api/releases/%F0%9F%92%A5/targets, number, is not of the form",
        "/api/releases?most=0, most, is a number from 1 to 200",
        "/api/releases/REL-1999-0001/targets?most=0, most, is a number from 1 to 200",
        "/api/releases?olderThan=x, olderThan, release number 'x' is not of the form",
        "/api/releases?olderThan=%E2%80%AEx, olderThan, release number 'U+202Ex' is not of the form",
        "/api/builds/BLD-1/log?from=far, from, 'far' is not what is asked for here",
        "/api/builds/BLD-1/log?from=-1, from, counts bytes from 0 on"
    })
    void what_an_address_cannot_read_is_refused_with_the_field(String path, String field, String sentence) {
        HttpResponse<String> answer = visitor("release-manager").get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", sentence);
    }

    @Test
    void a_release_that_is_not_there_has_no_targets() {
        HttpResponse<String> answer = visitor("release-manager").get("/api/releases/REL-1999-0001/targets");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no release REL-1999-0001.");
    }

    @Test
    void figures_of_the_installation_are_for_administrators() {
        for (String address : List.of("/actuator", "/actuator/metrics", "/actuator/metrics/jvm.memory.used")) {
            assertThat(visitor("camunda-admin").get(address).statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(visitor("process-owner").get(address).body())
                    .as(address)
                    .contains("endpoint-role: this address is for administrators;");
        }
        assertThat(visitor("process-owner").get("/actuator/env").statusCode()).isEqualTo(403);
        for (String address : List.of("/actuator/health", "/actuator/info")) {
            assertThat(visitor("nobody-yet").get(address).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @Test
    void an_endpoint_that_names_nobody_serves_nobody() throws Exception {
        var method = new HandlerMethod(this, EndpointRolesTest.class.getDeclaredMethod("addresses"));
        for (Object handler : List.of(method, "a handler of another kind")) {
            var response = new MockHttpServletResponse();
            assertThat(roles.preHandle(new MockHttpServletRequest(), response, handler))
                    .isFalse();
            assertThat(response.getStatus()).isEqualTo(403);
        }
    }

    private Map<String, Clearance> addresses() {
        Map<String, Clearance> addresses = new TreeMap<>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("slipway.")) {
                MayUse said = Objects.requireNonNull(method.getMethodAnnotation(MayUse.class), method.toString());
                String verb = mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .findFirst()
                        .orElse("GET");
                mapping.getPatternValues()
                        .forEach(pattern ->
                                addresses.put(verb + " " + pattern.replaceAll("\\{[^}]*}", "x"), said.value()));
            }
        });
        return addresses;
    }

    private Map<String, Visitor> visitors() {
        return Stream.concat(
                        Arrays.stream(Roles.values()).map(Roles::group),
                        Stream.of("nobody-yet", Clearance.ADMINISTRATOR))
                .collect(Collectors.toMap(group -> group, this::visitor, (one, other) -> one, LinkedHashMap::new));
    }

    /** Somebody of that group alone, or of none where there is no such group. */
    private Visitor visitor(String group) {
        String id = "only" + group.replace("-", "");
        Set<String> groups = group.equals("nobody-yet") ? Set.of() : Set.of(group);
        organisation.hire(new Person(new Actor(id), "Only " + group, "", groups), PASSWORD);
        return Visitor.program(port, id, PASSWORD);
    }
}
