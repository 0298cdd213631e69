package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

@ProcessTest
class DoorsTest {
    private static final String PASSWORD = "Open-Sesame-2021";

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void hire() {
        organisation.hire(
                new Person(new Actor("dora"), "Dora Door", "", Set.of("release-manager", "change-manager")), PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admin/plugin/adminPlugins", "cockpit/plugin/cockpitPlugins", "tasklist/plugin/tasklistPlugins"})
    void a_browser_gets_the_files_of_which_the_web_applications_are_made(String plugin) {
        assertThat(Visitor.nobody(port)
                        .get("/camunda/api/" + plugin + "/static/app/plugin.js")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/engine/default/user",
                "/engine-rest/openapi.json",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/info",
                "/api/releases",
                "/v3/api-docs",
            })
    void programs_find_nothing_open(String path) {
        HttpResponse<String> answer = Visitor.nobody(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Slipway\"");
        assertThat(answer.body()).contains("\"type\":\"NotAuthenticated\"").contains("\"message\":");
    }

    @Test
    void a_program_acts_as_its_user_and_leaves_no_session() {
        HttpResponse<String> answer = dora().get("/engine-rest/identity/groups?userId=dora");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("release-manager");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(dora().get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_acts_after_the_request() {
        for (int request = 0; request < 30; request++) {
            assertThat(dora().get("/engine-rest/task/count").statusCode()).isEqualTo(200);
            assertThat(Visitor.nobody(port).get("/engine-rest/task/count").statusCode())
                    .isEqualTo(401);
        }
        assertThat(identities.getCurrentAuthentication()).isNull();
    }

    @Test
    void a_user_whose_name_hides_something_is_nobody() {
        assertThat(Visitor.program(port, "do\u0000ra", PASSWORD)
                        .get("/api/releases")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Visitor.program(port, "dora\u200B", PASSWORD)
                        .get("/api/releases")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_page_of_somebody_else_cannot_use_a_remembered_password() {
        HttpResponse<String> answer = dora().send(dora().request("/engine-rest/task/count")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"type\":\"NotAllowed\"");
    }

    @Test
    void a_missing_resource_is_said_in_json() {
        HttpResponse<String> answer = dora().get("/api/nothing-of-that-name");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"type\":\"NOT_FOUND\"").contains("\"message\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/default-ui.css", "/slipway", "/error", "/webjars/camunda/app/x"})
    void everything_else_is_closed(String path) {
        assertThat(Visitor.nobody(port).get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/, /camunda/app/tasklist/default/", "/camunda, /camunda/app/tasklist/"})
    void the_address_alone_leads_to_tasklist_whatever_host_was_asked_for(String asked, String leads) {
        HttpResponse<String> answer = Visitor.nobody(port).get(asked);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(leads);
    }

    @Test
    void tasklist_asks_by_itself_for_a_login_and_protects_its_cookies() {
        HttpResponse<String> page = Visitor.nobody(port).get("/camunda/app/tasklist/default/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Camunda");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("object-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        List<String> cookies = page.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID") && cookie.contains("HttpOnly"))
                .allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void a_person_logs_in_to_tasklist_and_only_with_the_right_password() {
        assertThat(Visitor.nobody(port)
                        .get("/camunda/api/engine/engine/default/task")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Visitor.nobody(port).logIn("dora", "wrong").statusCode()).isEqualTo(401);
        Visitor dora = Visitor.person(port, "dora", PASSWORD);

        assertThat(dora.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_forged_request_without_the_token_is_refused() {
        Visitor dora = Visitor.person(port, "dora", PASSWORD);
        HttpRequest.Builder forged = dora.request("/camunda/api/engine/engine/default/task")
                .setHeader("X-XSRF-TOKEN", "")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(dora.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
                .isEqualTo(200);
        assertThat(dora.send(forged).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/",
                "/camunda/lib/x",
            })
    void a_wrong_token_is_refused_and_ends_no_session(String path) {
        Visitor dora = Visitor.person(port, "dora", PASSWORD);
        HttpResponse<String> answer = dora.send(dora.request(path)
                .setHeader("X-XSRF-TOKEN", "0123456789ABCDEF0123456789ABCDEF")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(dora.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(200);
        assertThat(dora.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void forged_requests_are_on_record_as_those_of_the_session_and_many_do_not_fill_it() {
        organisation.hire(new Person(new Actor("fred"), "Fred Forged", "", Set.of("release-manager")), PASSWORD);
        Visitor fred = Visitor.person(port, "fred", PASSWORD);
        for (int request = 0; request < Recorded.MOST + 5; request++) {
            HttpResponse<String> answer = fred.send(fred.request("/camunda/api/engine/engine/default/task/x/claim")
                    .setHeader("X-XSRF-TOKEN", "")
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"type\":\"ForgedRequest\"");
        }

        assertThat(jdbc.sql("select command || ' ' || rule from slipway.refusal where actor = 'fred'")
                        .query(String.class)
                        .list())
                .hasSize(Recorded.MOST)
                .containsOnly("POST /camunda/api/engine/engine/default/task/x/claim forged-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/external-task/fetchAndLock",
                "/external-task/fetchAndLock/",
                "/engine/default/external-task/fetchAndLock",
                "/optimize/activity-instance/completed",
                "/engine/default/optimize/identity-links/",
            })
    void addresses_that_serve_nobody_are_refused_before_the_engine_reads_a_request(String path) {
        for (String body : List.of("{\"topics\":7}", "{\"topics\":[null]}", "[]")) {
            HttpResponse<String> answer =
                    Visitor.program(port, "dora", PASSWORD).post("/engine-rest" + path, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).containsPattern("\"rule\":\"(work-by-worker|address-closed)\"");
            assertThat(Visitor.person(port, "dora", PASSWORD)
                            .post(
                                    "/camunda/api/engine/engine/default" + path.replaceFirst("^/engine/default", ""),
                                    body)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(jdbc.sql("select command from slipway.refusal where actor = 'dora' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("POST /engine-rest" + path);
    }

    @Test
    void what_only_ends_like_a_closed_address_is_answered_as_any_other() {
        HttpResponse<String> answer =
                Visitor.program(port, "dora", PASSWORD).put("/engine-rest/group/fetchAndLock", "[]");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("camunda.bpm", "GroupDto");
    }

    @Test
    void the_first_set_up_is_closed_even_when_nobody_is_administrator() {
        List<String> administrators = identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .toList();
        try {
            SystemScope.run(
                    () -> administrators.forEach(user -> identities.deleteMembership(user, Groups.CAMUNDA_ADMIN)));
            Visitor stranger = Visitor.nobody(port);
            stranger.get("/camunda/app/welcome/default/");
            String user = "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},"
                    + "\"credentials\":{\"password\":\"Open-Sesame-2022\"}}";

            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create/",
                    "/camunda/api/admin//setup/default/user/create",
                    "/camunda/api/admin/setup;x=y/default/user/create",
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/admin/x/../setup/default/user/create",
                    "/camunda/api/cockpit/../admin/setup/default/user/create")) {
                assertThat(stranger.post(path, user).statusCode()).as(path).isGreaterThanOrEqualTo(400);
            }
            assertThat(stranger.post("/camunda/api/admin/setup/default/user/create", user)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(stranger.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(404);
            assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
        } finally {
            SystemScope.run(
                    () -> administrators.forEach(user -> identities.createMembership(user, Groups.CAMUNDA_ADMIN)));
        }
    }

    @Test
    void a_weak_password_is_refused() {
        User weak = SystemScope.call(() -> identities.newUser("weakling"));
        weak.setPassword("weak");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> SystemScope.run(() -> identities.saveUser(weak))))
                .hasMessageContaining("policy");
    }

    private Visitor dora() {
        return Visitor.program(port, "dora", PASSWORD);
    }
}
