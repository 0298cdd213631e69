package slipway.engine.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** The guard let a command not pass; both REST mounts answer 403 with the message. */
public class CommandRefused extends AuthorizationException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Subject subject;
    private final @Nullable String actor;

    CommandRefused(@Nullable String actor, Subject subject, Refusal refusal) {
        super(refusal.toString());
        this.actor = actor;
        this.subject = subject;
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    Subject subject() {
        return subject;
    }

    @Nullable
    String actor() {
        return actor;
    }
}
