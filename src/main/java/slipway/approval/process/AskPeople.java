package slipway.approval.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import slipway.approval.AnswerEvent.QuestionAnswered;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.event.EventLog;
import slipway.release.Dossiers;

/**
 * The building block <em>Ask people</em>: whatever the owner's form asks is kept in the history of the release. The
 * fields that the property {@code routes} lists also give a routing fact each, named after the field: {@code risk} gives
 * {@code riskAnswer}.
 */
@Component
class AskPeople implements UserTask {
    static final String ROUTES = "routes";

    private final EventLog log;
    private final Dossiers dossiers;

    AskPeople(EventLog log, Dossiers dossiers) {
        this.log = log;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new HashMap<>(dossiers.allForForm(task.release()));
        facts.put("question", task.block().name());
        return facts;
    }

    @Override
    public Contract contract(Block block) {
        Outcome asked = Outcome.done();
        for (String field : routes(block.properties())) {
            asked = asked.giving(variable(field), Set.of());
        }
        return Contract.of(asked);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        Map<String, String> said = new TreeMap<>();
        submission.fields().forEach((field, value) -> said.put(field, String.valueOf(value)));
        log.append(
                task.release(),
                submission.actor(),
                new QuestionAnswered(task.block().name(), said));
        Map<String, Object> routing = new HashMap<>();
        // Choices that route are always made, and a box that nobody sends is not checked.
        routes(task.block().properties())
                .forEach(field -> routing.put(variable(field), said.getOrDefault(field, "false")));
        return new Recorded(routing);
    }

    /** The fields that route, as a task with these extension properties names them. */
    static List<String> routes(Map<String, String> properties) {
        return Arrays.stream(properties.getOrDefault(ROUTES, "").split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
    }

    /** A field's key as the name of a variable, which no fact of Slipway's own ends like. */
    static String variable(String field) {
        return field + "Answer";
    }
}
