package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.UserTask.Recorded;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

/** Tries every cell of {@code docs/engine-table.md}: each command, through each door, by each person. */
@ProcessTest
class EngineTableTest {
    private static final Path TABLE = Path.of("docs", "engine-table.md");
    private static final List<String> PEOPLE =
            List.of(GuardedModel.CANDIDATE, GuardedModel.REQUESTER, GuardedModel.OUTSIDER, GuardedModel.ADMINISTRATOR);
    private static final Pattern RULE = Pattern.compile("[ \"]([a-z]+(?:-[a-z]+)+)(?: \\(field '[^']*'\\))?: ");

    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private GuardedModel model;
    private Standing release;
    private int turn;

    @BeforeEach
    void deploy() {
        model = GuardedModel.deployed(beans);
        model.decide.answer = Recorded.with("goNoGo", "GO");
        release = model.release();
    }

    @Test
    void every_cell_has_the_outcome_that_the_table_promises() throws IOException {
        List<String> tried =
                Deeds.all().stream().flatMap(deed -> lines(deed).stream()).toList();
        Files.write(Path.of("target", "engine-table.md"), tried);
        assertThat(tried).isEqualTo(promised());
    }

    @Test
    void no_command_that_alters_is_missing() {
        Set<Handling> beyond = EnumSet.of(
                Handling.READ,
                Handling.TASK_FACTS,
                Handling.START_FACTS,
                Handling.ENGINE,
                Handling.JOB_FAILURE,
                Handling.INSIDE,
                Handling.ADMINISTER,
                Handling.NO_CASES,
                Handling.NO_TENANTS,
                Handling.HISTORY_IS_KEPT,
                Handling.DECIDED_IN_PROCESS,
                Handling.MAINTENANCE);
        Set<String> altering = CommandTable.read().rows().entrySet().stream()
                .filter(row -> !beyond.contains(row.getValue()))
                .map(row -> row.getKey().replaceFirst(".*\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = Deeds.all().stream().map(Deed::command).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tried).containsAll(altering);
    }

    private static List<String> promised() throws IOException {
        List<String> lines = Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| \\w+Cmd .*"))
                .toList();
        assertThat(lines).allMatch(line -> line.matches("\\|( [^|]*\\S \\|){7}"), "no cell is blank");
        return lines;
    }

    private List<String> lines(Deed deed) {
        return List.of(
                line(deed, "Java", person -> overJava(deed, person)),
                line(deed, "/engine-rest", person -> overHttp(deed, person, "/engine-rest")),
                line(
                        deed,
                        "/camunda/api/engine",
                        person -> overHttp(deed, person, "/camunda/api/engine/engine/default")));
    }

    private String line(Deed deed, String door, java.util.function.UnaryOperator<String> attempt) {
        List<String> cells = new ArrayList<>(List.of(deed.command(), deed.what(), door));
        PEOPLE.forEach(person -> cells.add(tried(deed, person, attempt)));
        return "| " + String.join(" | ", cells) + " |";
    }

    /** A refusal leaves one line on record and nothing else. */
    private String tried(Deed deed, String person, java.util.function.UnaryOperator<String> attempt) {
        turn++;
        model.start.answer = Recorded.with("release", model.nextNumber().value());
        SystemScope.run(() -> engine.getTaskService().setAssignee(release.decide(), deed.held() ? person : null));
        SystemScope.run(() -> engine.getIdentityService().deleteMembership(person, "cab"));
        String before = release.picture();
        long recorded = recorded();
        String outcome = attempt.apply(person);
        if (outcome.equals("done")) {
            release = model.release();
        } else {
            boolean ours =
                    !Set.of("no endpoint", "unseen", "engine-authorisation").contains(outcome);
            long lines = recorded() - recorded;
            if (!release.picture().equals(before) || lines != (ours ? 1 : 0)) {
                return outcome + " but it altered something or left " + lines + " lines on record";
            }
        }
        return outcome;
    }

    private long recorded() {
        return jdbc.sql("select count(*) from slipway.refusal")
                .query(Long.class)
                .single();
    }

    private String overJava(Deed deed, String person) {
        engine.getIdentityService().setAuthentication(person, model.groupsOf(person));
        try {
            deed.java().accept(engine, new Place(release, person, turn));
            return "done";
        } catch (CommandRefused refused) {
            return refused.refusal().rule();
        } catch (FormRefused refused) {
            return refused.refusal().rule();
        } catch (AuthorizationException denied) {
            return "engine-authorisation";
        } catch (RuntimeException other) {
            return other.toString();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private String overHttp(Deed deed, String person, String mount) {
        String method = deed.method();
        if (method == null) {
            return "no endpoint";
        }
        Place place = new Place(release, person, turn);
        Visitor visitor = visitors.computeIfAbsent(
                person + mount,
                key -> mount.equals("/engine-rest")
                        ? Visitor.program(port, person, GuardedModel.PASSWORD)
                        : Visitor.person(port, person, GuardedModel.PASSWORD));
        HttpRequest.Builder request = visitor.request(mount + place.fill(deed.path()))
                .method(method, HttpRequest.BodyPublishers.ofString(place.fill(deed.body())));
        HttpResponse<String> answer =
                visitor.send(deed.body().isEmpty() ? request : request.header("Content-Type", "application/json"));
        return outcome(answer);
    }

    private static String outcome(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            return "done";
        }
        Matcher rule = RULE.matcher(answer.body());
        boolean refused = answer.statusCode() == 403 || answer.statusCode() == 400;
        if (refused && rule.find()) {
            return rule.group(1);
        }
        if (answer.statusCode() == 404 || answer.body().contains("No task found")) {
            return "unseen";
        }
        return answer.statusCode() == 403 && answer.body().contains("AuthorizationException")
                ? "engine-authorisation"
                : "HTTP " + answer.statusCode() + " " + answer.request().uri() + " " + answer.body();
    }
}
