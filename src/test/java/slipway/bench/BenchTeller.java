package slipway.bench;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import slipway.audit.AuditReport;
import slipway.audit.Audits;
import slipway.rollout.Settlements;
import slipway.shared.ReleaseNumber;
import slipway.site.Teller;

/** Tells the measurement what the product would tell the engine, by the same questions. */
final class BenchTeller implements Teller {
    private static final int PATIENCE_MINUTES = 60;

    private final Settlements settlements;
    private final Audits audits;
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private volatile Consumer<Audits> watching = nobody -> {};

    BenchTeller(Settlements settlements, Audits audits) {
        this.settlements = settlements;
        this.audits = audits;
    }

    @Override
    public boolean tellNext() {
        watching.accept(audits);
        return tellWave() || tellAudit();
    }

    private boolean tellWave() {
        for (ReleaseNumber release : settlements.settledWaves()) {
            if (settlements.tellWave(release, told::add)) {
                return true;
            }
        }
        return false;
    }

    private boolean tellAudit() {
        Optional<AuditReport> audit = audits.nextToTell();
        return audit.filter(audits::told).map(told::add).isPresent();
    }

    /** Has the audits watched from now on, whenever the product looks for something to tell. */
    void watch(Consumer<Audits> watcher) {
        watching = watcher;
    }

    /** Waits for the next wave or audit that is through. */
    void await() throws InterruptedException {
        if (told.poll(PATIENCE_MINUTES, TimeUnit.MINUTES) == null) {
            throw new IllegalStateException("Nothing was through after " + PATIENCE_MINUTES + " minutes");
        }
    }
}
