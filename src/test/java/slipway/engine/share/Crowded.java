package slipway.engine.share;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.guard.GuardedWork;
import slipway.testing.TestDatabase;
import slipway.testing.Visitor;

/** A database with thousands of tasks and rows of history, and what costs most to ask of it. */
final class Crowded {
    static final String TICK = """
            <bpmn:serviceTask id="Task" camunda:asyncBefore="true" camunda:expression="#{true}"/>""";
    private static final int INSTANCES = 50;
    private static final int COPIES = 80;
    private static final List<String> TABLES = List.of(
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_op_log",
            "act_ru_task",
            "act_ru_identitylink");

    private Crowded() {}

    record Call(String path, String body, long millis) {
        HttpResponse<String> by(Visitor visitor) {
            return body.isEmpty() ? visitor.get(path) : visitor.post(path, body);
        }

        int pressedBy(Visitor visitor) {
            HttpRequest.Builder request = visitor.request(path);
            return visitor.status(
                    body.isEmpty()
                            ? request.GET()
                            : request.header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        @Override
        public String toString() {
            return millis + " ms: " + path + " " + (body.length() > 80 ? body.substring(0, 80) + "…" : body);
        }
    }

    static void fill(GuardedWork work) {
        IntStream.range(0, INSTANCES).forEach(each -> work.task());
        JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
        for (String table : TABLES) {
            String columns = owner.sql("""
                            select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns
                            where table_schema = 'slipway_engine' and table_name = ? and column_name <> 'id_'
                            """).param(table).query(String.class).single();
            String copied = table.startsWith("act_hi")
                    ? columns.replaceAll(
                            "\\b((?:proc_inst|root_proc_inst|execution|act_inst|task|parent_act_inst)_id_)", copy("$1"))
                    : table.equals("act_ru_identitylink") ? columns.replace("task_id_", copy("task_id_")) : columns;
            String from = "slipway_engine." + table;
            owner.sql("insert into " + from + " (id_, " + columns + ") select " + copy("id_") + ", " + copied
                            + " from " + from + ", generate_series(1, " + COPIES + ") n"
                            + (table.equals("act_ru_identitylink") ? " where task_id_ is not null" : "")
                            + " on conflict do nothing")
                    .update();
        }
        owner.sql("analyze").update();
    }

    private static String copy(String column) {
        return "left(" + column + ", 30) || '-' || n";
    }

    static List<Call> mostExpensive(List<Call> measured) {
        return measured.stream().limit(5).toList();
    }

    /** The second of two, each alone, dearest first. */
    static List<Call> measured(Visitor visitor) {
        List<Call> measured = candidates()
                .map(call -> {
                    call.by(visitor);
                    long begun = System.nanoTime();
                    HttpResponse<String> answer = call.by(visitor);
                    long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                    System.out.println(answer.statusCode() + " " + answer.body().length() / 1024 + " kB " + took
                            + " ms " + call.path() + (answer.statusCode() == 200 ? "" : " " + answer.body()));
                    return new Call(call.path(), call.body(), took);
                })
                .sorted(Comparator.comparingLong(Call::millis).reversed())
                .toList();
        return measured;
    }

    private static Call orVariables(String path, String what, int count) {
        String compared = IntStream.range(0, count)
                .mapToObj(each -> "{\"name\":\"v" + each + "\",\"operator\":\"like\",\"value\":\"%" + each + "%\"}")
                .collect(Collectors.joining(","));
        return new Call(path, "{\"orQueries\":[{\"" + what + "\":[" + compared + "]}]}", 0);
    }

    private static Stream<Call> candidates() {
        String compared = IntStream.range(0, 30)
                .mapToObj(each -> "{\"name\":\"v" + each + "\",\"operator\":\"like\",\"value\":\"%" + each + "%\"}")
                .collect(Collectors.joining(","));
        String branches = IntStream.range(0, 20)
                .mapToObj(each -> "{\"nameLike\":\"%a" + each + "%\",\"descriptionLike\":\"%b%\"}")
                .collect(Collectors.joining(","));
        String sorted =
                "\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc\"},{\"sortBy\":\"created\",\"sortOrder\":\"asc\"}]";
        return Stream.of(
                orVariables("/engine-rest/history/process-instance", "variables", 5),
                orVariables("/engine-rest/history/task", "processVariables", 30),
                new Call("/engine-rest/task", "{" + sorted + "}", 0),
                new Call("/engine-rest/task", "{\"orQueries\":[" + branches + "]}", 0),
                new Call("/engine-rest/task", "{\"orQueries\":[{\"processVariables\":[" + compared + "]}]}", 0),
                new Call("/engine-rest/task", "{\"processVariables\":[" + compared + "]}", 0),
                new Call("/engine-rest/task/count", "{\"orQueries\":[{\"processVariables\":[" + compared + "]}]}", 0),
                new Call("/engine-rest/history/task", "{\"processVariables\":[" + compared + "]}", 0),
                new Call("/engine-rest/history/task", "{\"taskNameLike\":\"%e%\"}", 0),
                new Call("/engine-rest/history/variable-instance", "{\"deserializeValues\":true}", 0),
                new Call("/engine-rest/history/detail", "", 0),
                new Call("/engine-rest/history/activity-instance", "", 0),
                new Call("/engine-rest/history/user-operation", "", 0),
                new Call("/engine-rest/variable-instance", "{}", 0),
                new Call("/engine-rest/process-instance", "{\"orQueries\":[{\"variables\":[" + compared + "]}]}", 0),
                new Call("/engine-rest/process-definition/statistics?incidents=true&failedJobs=true", "", 0));
    }
}
