package slipway.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipway.engine.Block;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.shared.ReleaseNumber;

/** Records what reached it and answers as the test wants. */
final class TestTask implements UserTask {
    static final Map<String, Object> FACTS = Map.of(
            "title", "IBAN check",
            "targets", List.of(Map.of("label", "One", "value", "one")),
            "rfcsOffered", List.of(Map.of("label", "RFC-1", "value", "RFC-1")));

    final List<Submission> taken = new ArrayList<>();
    Completion answer = Recorded.with("goNoGo", "GO");

    @Nullable
    Set<String> candidates;

    @Nullable
    Set<String> needed;

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return FACTS;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        taken.add(submission);
        return answer;
    }

    @Override
    public Optional<Set<String>> candidates(TaskContext task) {
        return Optional.ofNullable(candidates);
    }

    @Override
    public Set<String> needed(ReleaseNumber release, Block block) {
        return needed == null ? block.groups() : needed;
    }
}
