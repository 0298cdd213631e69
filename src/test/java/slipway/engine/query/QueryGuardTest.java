package slipway.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
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
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.TestDatabase;
import slipway.testing.Visitor;

@ProcessTest
class QueryGuardTest {
    private static final String PASSWORD = "Open-Sesame-2021";
    private static final String BLAST = "${detonator.go()}";

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    HistoryService engineHistory;

    @Autowired
    Detonator detonator;

    @Autowired
    JdbcClient jdbc;

    Filter filter;

    @BeforeEach
    void store() {
        organisation.administrator(new Actor("quentin"), PASSWORD);
        filter = SystemScope.call(() -> filters.saveFilter(filters.newTaskFilter("probe")
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"))));
    }

    @AfterEach
    void nothing_ever_ran() {
        SystemScope.run(() -> filters.deleteFilter(filter.getId()));
        assertThat(detonator.blasts()).isZero();
    }

    @Test
    void the_engine_alone_would_evaluate_the_expression_of_an_or_branch() {
        // What the guard is for: without it this very query sets the detonator off.
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(BLAST)
                        .endOr()
                        .list())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("query-expressions");
    }

    @Test
    void queries_over_java_hold_no_expressions_at_any_level() {
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskAssigneeExpression(BLAST).count())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskOwnerExpression("${currentUser()}")
                        .endOr()
                        .count())
                .isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void queries_over_rest_hold_no_expressions_at_any_level(String mount) {
        Visitor visitor = visitor(mount);

        for (String body : new String[] {
            "{\"assigneeExpression\":\"" + BLAST + "\"}",
            "{\"orQueries\":[{\"assigneeExpression\":\"" + BLAST + "\"}]}",
            "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}"
        }) {
            for (String path : new String[] {"/task", "/task/count"}) {
                HttpResponse<String> answer = visitor.post(mount + path, body);
                assertThat(answer.statusCode()).as(path + body + answer.body()).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void a_query_that_would_keep_the_database_busy_is_refused_before_it_is_asked(String mount) {
        String many = IntStream.range(0, 3_000)
                .mapToObj(each -> "{\"name\":\"v" + each + "\",\"operator\":\"eq\",\"value\":" + each + "}")
                .collect(Collectors.joining(","));
        HttpResponse<String> answer = visitor(mount).post(mount + "/task", "{\"processVariables\":[" + many + "]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("query-too-large", "ask in parts");
        assertThat(jdbc.sql("select actor || ' ' || rule from slipway.refusal order by id desc limit 1")
                        .query(String.class)
                        .single())
                .as("the newest refusal")
                .isEqualTo("quentin query-too-large");
    }

    @Test
    void what_the_engine_asks_wrongly_is_refused_in_words() {
        var known = engineHistory.createUserOperationLogQuery().processDefinitionKey("Tiny");
        assertThat(known.count()).isZero();
        assertThatThrownBy(known.processDefinitionId("Tiny:1:1")::count)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("query-unsupported");
        var ofDeployment = engineHistory
                .createUserOperationLogQuery()
                .processDefinitionKey("Tiny")
                .deploymentId("1");
        assertThatThrownBy(ofDeployment::list).hasMessageContaining("leave one of them out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void an_answer_of_thousands_is_given_in_pages_only(String mount) {
        Visitor visitor = visitor(mount);
        history(ResultBound.ENTRIES + 1);
        try {
            HttpResponse<String> all = visitor.get(mount + "/history/detail");
            assertThat(all.statusCode()).as(all.body()).isEqualTo(400);
            assertThat(all.body()).contains("query-too-large", "in pages with firstResult and maxResults");
            assertThat(visitor.get(mount + "/history/detail?maxResults=1000000").statusCode())
                    .isEqualTo(400);
            assertThat(visitor.get(mount + "/history/detail?firstResult=1&maxResults=2000")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(SystemScope.call(
                            () -> engineHistory.createHistoricDetailQuery().list()))
                    .hasSizeGreaterThan(ResultBound.ENTRIES);
        } finally {
            history(0);
        }
        assertThat(visitor.get(mount + "/history/detail").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void a_filter_brings_no_more_at_once_and_asks_no_more_together_than_a_question(String mount) {
        Visitor visitor = visitor(mount);
        String all = SystemScope.call(() -> filters.saveFilter(filters.newTaskFilter("all")
                        .setQuery(tasks.createTaskQuery().taskUnassigned()))
                .getId());
        tasks(ResultBound.ENTRIES + 1);
        try {
            String path = mount + "/filter/" + all + "/list";
            assertThat(visitor.get(path).body())
                    .contains("query-too-large", "in pages with firstResult and maxResults");
            assertThat(visitor.get(path + "?maxResults=1000000").body()).contains("query-too-large");
            assertThat(visitor.get(path + "?firstResult=1&maxResults=20").statusCode())
                    .isEqualTo(200);
            assertThat(SystemScope.call(() -> filters.list(all))).hasSizeGreaterThan(ResultBound.ENTRIES);
        } finally {
            tasks(0);
            SystemScope.run(() -> filters.deleteFilter(all));
        }
    }

    @Test
    void a_filter_and_what_is_asked_beside_count_together() {
        TaskQuery half = compared(QueryBudget.COMPARISONS / 2 + 1, "a");
        Filter stored = SystemScope.call(
                () -> filters.saveFilter(filters.newTaskFilter("half").setQuery(half)));
        try {
            assertThat(filters.list(stored.getId())).isEmpty();
            assertThatThrownBy(() -> filters.list(stored.getId(), compared(QueryBudget.COMPARISONS / 2 + 1, "b")))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("query-too-large");
        } finally {
            SystemScope.run(() -> filters.deleteFilter(stored.getId()));
        }
    }

    private TaskQuery compared(int variables, String name) {
        TaskQuery query = tasks.createTaskQuery();
        for (int each = 0; each < variables; each++) {
            query.processVariableValueEquals(name + each, each);
        }
        return query;
    }

    @Test
    void the_questions_of_cockpit_alone_have_the_same_bounds() {
        Visitor visitor = visitor("/camunda");
        String path = "/camunda/api/cockpit/plugin/base/default/process-instance";
        String many = IntStream.range(0, QueryBudget.COMPARISONS + 1)
                .mapToObj(each -> "{\"name\":\"v" + each + "\",\"operator\":\"eq\",\"value\":" + each + "}")
                .collect(Collectors.joining(","));
        assertThat(visitor.post(path, "{\"variables\":[" + many + "]}").body())
                .contains("query-too-large", "ask in parts");
        assertThat(visitor.post(path + "/count", "{\"variables\":[" + many + "]}")
                        .body())
                .contains("query-too-large");
        assertThat(visitor.get(path + "?variables=" + "a_eq_1,".repeat(QueryBudget.COMPARISONS) + "b_eq_2")
                        .body())
                .contains("query-too-large");
        assertThat(visitor.get(path + "?variables=" + "a_eq_1,".repeat(QueryBudget.COMPARISONS - 1) + "b_eq_2")
                        .statusCode())
                .isEqualTo(200);
        String few = "{\"variables\":[" + many.substring(0, many.lastIndexOf(",{")) + "]}";
        assertThat(visitor.post(path, few).statusCode()).isEqualTo(200);
    }

    /** So many tasks of nobody. */
    private static void tasks(int count) {
        JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
        owner.sql("delete from slipway_engine.act_ru_task where id_ like 'bound-%'")
                .update();
        owner.sql("""
                        insert into slipway_engine.act_ru_task (id_, rev_, name_, priority_, create_time_, suspension_state_)
                        select 'bound-' || n, 1, 'bound', 50, now(), 1 from generate_series(1, ?) n""").param(count).update();
    }

    /** So many values of variables that nobody knows else. */
    private static void history(int count) {
        JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
        owner.sql("delete from slipway_engine.act_hi_detail where id_ like 'bound-%'")
                .update();
        owner.sql("""
                        insert into slipway_engine.act_hi_detail (id_, type_, name_, var_type_, text_, time_, rev_)
                        select 'bound-' || n, 'VariableUpdate', 'bound', 'string', 'x', now(), 0
                          from generate_series(1, ?) n""").param(count).update();
    }

    @Test
    void a_statement_that_takes_long_and_a_transaction_that_is_forgotten_are_ended() {
        assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("30s");
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("5min");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void filters_over_rest_are_refused_when_made_changed_or_extended(String mount) {
        Visitor visitor = visitor(mount);
        String or = "{\"orQueries\":[{\"assigneeExpression\":\"" + BLAST + "\"}]}";
        String top = "{\"assigneeExpression\":\"" + BLAST + "\"}";

        for (String query : new String[] {or, top}) {
            String body = "{\"resourceType\":\"Task\",\"name\":\"evil\",\"query\":" + query + "}";
            assertThat(visitor.post(mount + "/filter/create", body).statusCode())
                    .isEqualTo(400);
            assertThat(visitor.put(mount + "/filter/" + filter.getId(), body).statusCode())
                    .isEqualTo(400);
            for (String path : new String[] {"/list", "/count", "/singleResult"}) {
                assertThat(visitor.post(mount + "/filter/" + filter.getId() + path, query)
                                .statusCode())
                        .as(path + query)
                        .isEqualTo(400);
            }
        }
        assertThat(visitor.get(mount + "/filter/" + filter.getId() + "/list").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_filter_that_got_into_the_database_otherwise_does_not_run() {
        JdbcClient.create(TestDatabase.get().owner())
                .sql("update slipway_engine.act_ru_filter set query_ = :query where id_ = :id")
                .param("query", "{\"orQueries\":[{\"assigneeExpression\":\"" + BLAST + "\"}]}")
                .param("id", filter.getId())
                .update();

        assertThatThrownBy(() -> filters.list(filter.getId())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(filter.getId())).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void a_filter_is_not_extended_by_expressions_over_java() {
        TaskQuery extension =
                tasks.createTaskQuery().or().taskAssigneeExpression(BLAST).endOr();

        assertThatThrownBy(() -> filters.list(filter.getId(), extension)).isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "${currentUser()}, true",
        "${ currentUserGroups() }, true",
        "${now()}, true",
        "${dateTime().plusDays(2)}, true",
        "${dateTime().minusWeeks(1)}, true",
        "${dateTime().plusDays(detonator.go())}, false",
        "${currentUser().getClass()}, false",
        "${now()}${detonator.go()}, false",
        "${detonator.go()}, false",
        "demo, false",
    })
    void stored_filters_hold_only_the_known_expressions(String expression, boolean allowed) {
        assertThat(StoredExpressions.allow(expression)).isEqualTo(allowed);
    }

    private Visitor visitor(String mount) {
        return mount.startsWith("/camunda")
                ? Visitor.person(port, "quentin", PASSWORD)
                : Visitor.program(port, "quentin", PASSWORD);
    }
}
