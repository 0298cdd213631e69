package slipway.audit.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.audit.AuditReport;
import slipway.audit.Audits;
import slipway.engine.Contract;
import slipway.engine.ToldMessages;
import slipway.site.Teller;

/** Tells the process of an audit, once, that everything was seen. */
@Component
class AuditTeller implements Teller, ToldMessages {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTeller.class);

    private final Audits audits;
    private final RuntimeService processes;
    private final TransactionTemplate transaction;

    AuditTeller(Audits audits, RuntimeService processes, PlatformTransactionManager transactions) {
        this.audits = audits;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Map<String, Contract> messages() {
        return Map.of(AuditProcess.MESSAGE_SITES_SEEN, Contract.NOTHING);
    }

    @Override
    public boolean tellNext() {
        Optional<AuditReport> complete = audits.nextToTell();
        complete.ifPresent(audit -> transaction.executeWithoutResult(status -> tell(audit)));
        return complete.isPresent();
    }

    private void tell(AuditReport audit) {
        if (!audits.told(audit)) {
            return;
        }
        int waiting = processes
                .createMessageCorrelation(AuditProcess.MESSAGE_SITES_SEEN)
                .processInstanceBusinessKey(audit.release().value())
                .processInstanceVariableEquals(AuditProcess.AUDIT.name(), audit.id())
                .correlateAllWithResult()
                .size();
        if (waiting == 0) {
            LOG.info("Nobody waits any more for audit {} of {}.", audit.id(), audit.release());
        }
    }
}
