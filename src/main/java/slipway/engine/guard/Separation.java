package slipway.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import slipway.identity.Duties;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Separation of duties, as far as tasks have a duty. */
final class Separation {
    private final Supplier<Duties> duties;
    private final Gates gates;

    Separation(Supplier<Duties> duties, Gates gates) {
        this.duties = duties;
        this.gates = gates;
    }

    Optional<Refusal> barred(GuardedTask task, Caller caller) {
        return task.duties().stream()
                .sorted()
                .flatMap(duty -> duties.get().barred(release(task), duty, actor(task, caller)).stream())
                .findFirst();
    }

    /** Whether a claim would leave a gate of the models that nobody may pass any more. */
    Optional<Refusal> strands(GuardedTask task, Caller caller, CommandContext context) {
        if (task.duties().isEmpty()) {
            return Optional.empty();
        }
        List<OpenGate> others = gates.besides(task, context);
        return task.duties().stream()
                .sorted()
                .flatMap(duty -> duties.get().strands(release(task), duty, actor(task, caller), others).stream())
                .findFirst();
    }

    void performed(GuardedTask task, Caller caller) {
        task.duties().forEach(duty -> performed(release(task), duty, actor(task, caller)));
    }

    void performed(ReleaseNumber release, Duty duty, Actor actor) {
        duties.get().performed(release, duty, actor);
    }

    private static Actor actor(GuardedTask task, Caller caller) {
        return caller.person(task.subject());
    }

    private static ReleaseNumber release(GuardedTask task) {
        return task.context().release();
    }
}
