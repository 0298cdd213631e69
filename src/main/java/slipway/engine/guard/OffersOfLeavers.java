package slipway.engine.guard;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import slipway.engine.SystemScope;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.identity.AccountEvent.AccountDeleted;
import slipway.identity.AccountEvent.GroupLeft;

/** Who leaves a group, or altogether, leaves their tasks to the others. */
class OffersOfLeavers implements EventReader {
    private final Tasks tasks;
    private final Supplier<ProcessEngine> engine;

    OffersOfLeavers(Tasks tasks, Supplier<ProcessEngine> engine) {
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
            case GroupLeft left -> offerAnew(left.account());
            case AccountDeleted deleted -> offerAnew(deleted.account());
            default -> {}
        }
    }

    private void offerAnew(String account) {
        var configuration = (ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration();
        SystemScope.run(() -> configuration.getCommandExecutorTxRequired().execute(new OfferAnew(tasks, account)));
    }
}
