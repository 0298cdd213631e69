package slipway.engine.query;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** A question to the engine was refused; both REST mounts answer 400 with the message. */
public final class QueryRefused extends BadUserRequestException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final @Nullable String actor;

    private QueryRefused(@Nullable String actor, Refusal refusal) {
        super(refusal.toString());
        this.actor = actor;
        this.refusal = refusal;
    }

    /** To whoever asks just now. */
    static QueryRefused of(Refusal refusal) {
        return new QueryRefused(Context.getCommandContext().getAuthenticatedUserId(), refusal);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Who asked; nobody where nobody is authenticated. */
    public @Nullable String actor() {
        return actor;
    }
}
