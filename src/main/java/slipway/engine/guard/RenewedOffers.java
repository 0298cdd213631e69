package slipway.engine.guard;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import slipway.engine.SystemScope;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.identity.AccountEvent.AccountDeleted;
import slipway.identity.AccountEvent.GroupJoined;
import slipway.identity.AccountEvent.GroupLeft;

/** Who leaves a group, or altogether, leaves their tasks to the others; who joins one finds what waits for it. */
class RenewedOffers implements EventReader {
    private final Tasks tasks;
    private final Supplier<ProcessEngine> engine;

    RenewedOffers(Tasks tasks, Supplier<ProcessEngine> engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public String name() {
        return "offers";
    }

    @Override
    public void read(EventLog.Entry entry) {
        switch (entry.event()) {
            case GroupLeft left -> offerAnew(OfferAnew.of(left.account(), tasks));
            case AccountDeleted deleted -> offerAnew(OfferAnew.of(deleted.account(), tasks));
            case GroupJoined joined -> offerAnew(OfferAnew.to(joined.group(), tasks));
            default -> {}
        }
    }

    private void offerAnew(OfferAnew command) {
        var configuration = (ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration();
        SystemScope.run(() -> configuration.getCommandExecutorTxRequired().execute(command));
    }
}
