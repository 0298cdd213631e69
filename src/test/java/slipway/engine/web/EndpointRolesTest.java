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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
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
            assertThat(new EndpointRoles().preHandle(new MockHttpServletRequest(), response, handler))
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
