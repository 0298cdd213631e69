package slipway.site.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.engine.Contract;
import slipway.engine.PartVariable;
import slipway.engine.ToldMessages;
import slipway.site.HandWork;
import slipway.site.Order;
import slipway.site.Teller;

/** Offers work at sites to people, each order by a process of its own, and takes back what was withdrawn. */
@Component
class ByHandDesk implements Teller, ToldMessages {
    private final HandWork work;
    private final RuntimeService processes;
    private final TransactionTemplate transaction;

    ByHandDesk(HandWork work, RuntimeService processes, PlatformTransactionManager transactions) {
        this.work = work;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Map<String, Contract> messages() {
        return Map.of(WorkByHandProcess.MESSAGE_ORDER_WITHDRAWN, Contract.NOTHING);
    }

    @Override
    public boolean tellNext() {
        Optional<Order> withdrawn = work.nextToRetract();
        withdrawn.ifPresent(order -> transaction.executeWithoutResult(status -> retract(order)));
        Optional<Order> open = work.nextToOffer();
        open.ifPresent(order -> transaction.executeWithoutResult(status -> offer(order)));
        return withdrawn.isPresent() || open.isPresent();
    }

    private void offer(Order order) {
        if (work.offered(order)) {
            String release = order.batch().release().value();
            processes.startProcessInstanceByKey(
                    WorkByHandProcess.KEY,
                    release,
                    Map.of(
                            WorkByHandProcess.RELEASE.name(), release,
                            PartVariable.UNIT.name(), order.unit().value(),
                            WorkByHandProcess.ORDER.name(), order.id()));
        }
    }

    private void retract(Order order) {
        work.retracted(order);
        processes
                .createMessageCorrelation(WorkByHandProcess.MESSAGE_ORDER_WITHDRAWN)
                .processInstanceBusinessKey(order.batch().release().value())
                .processInstanceVariableEquals(WorkByHandProcess.ORDER.name(), order.id())
                .correlateAll();
    }
}
