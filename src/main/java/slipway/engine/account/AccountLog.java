package slipway.engine.account;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.identity.AccountEvent;
import slipway.shared.Actor;

/** Tells what became of accounts, by whoever changed them, or by Slipway where it set them up itself. */
@Component
class AccountLog {
    private final EventLog events;

    AccountLog(EventLog events) {
        this.events = events;
    }

    void tell(AccountEvent event) {
        Optional.ofNullable(Context.getCommandContext())
                .map(CommandContext::getAuthenticatedUserId)
                .map(Actor::new)
                .ifPresentOrElse(actor -> events.append(actor, event), () -> events.append(event));
    }
}
