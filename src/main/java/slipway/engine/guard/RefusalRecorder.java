package slipway.engine.guard;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import slipway.engine.query.QueryRefused;

/** Stands before the engine's transaction: what the guard refused inside is undone when it is recorded here. */
final class RefusalRecorder extends CommandInterceptor {
    private final Refusals refusals;

    RefusalRecorder(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return getNext().execute(command);
        } catch (EntryRefused refused) {
            refusals.record(command.getClass().getSimpleName(), refused);
            ThrownInside.note(refused.refusal());
            throw new FormRefused(refused);
        } catch (CommandRefused refused) {
            refusals.record(command.getClass().getSimpleName(), refused);
            ThrownInside.note(refused.refusal());
            throw refused;
        } catch (QueryRefused refused) {
            refusals.record(refused.actor(), command.getClass().getSimpleName(), refused.refusal());
            ThrownInside.note(refused.refusal());
            throw refused;
        } catch (RuntimeException failed) {
            ThrownInside.note(failed);
            throw failed;
        }
    }
}
