package slipway.audit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import slipway.audit.AuditReport;
import slipway.audit.Audits;
import slipway.audit.Finding;
import slipway.audit.Phase;
import slipway.audit.SiteInventory;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.testing.TinyEngine;

/** The model of audits with what stands behind it, and the one who tells it that everything was seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTellerTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2033, 2);

    private final Book book = new Book();
    private final TinyEngine engine = new TinyEngine(
            Map.of("orderAudit", new OrderAudit(book), "recordAudit", new RecordAudit(book)),
            "bpmn/audit/audit-sites.bpmn",
            "forms/audit/sign-audit.form",
            "forms/audit/remediate-findings.form");
    private final AuditTeller teller = new AuditTeller(book, engine.processes(), engine.transactions());

    @BeforeEach
    void begin() {
        engine.clear();
        book.begin();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void the_audit_waits_until_it_is_told_and_is_told_once() {
        String instance = start();
        assertThat(engine.waitsAt(instance)).containsExactly(AuditProcess.TASK_AWAIT_INVENTORIES);
        book.complete = true;
        assertThat(teller.tellNext()).isTrue();
        assertThat(engine.waitsAt(instance)).containsExactly(AuditProcess.TASK_SIGN_AUDIT);
        assertThat(teller.tellNext()).isTrue();
        assertThat(engine.waitsAt(instance)).containsExactly(AuditProcess.TASK_SIGN_AUDIT);
    }

    @Test
    void without_a_site_nobody_waits() {
        book.sites = false;
        assertThat(engine.waitsAt(start())).containsExactly(AuditProcess.TASK_SIGN_AUDIT);
    }

    @Test
    void findings_lead_to_another_audit_which_an_earlier_one_does_not_end() {
        String instance = start();
        book.complete = true;
        teller.tellNext();
        complete(instance, Map.of("auditSigned", false));
        assertThat(engine.waitsAt(instance)).containsExactly(AuditProcess.TASK_REMEDIATE_FINDINGS);
        complete(instance, Map.of());
        assertThat(engine.waitsAt(instance)).containsExactly(AuditProcess.TASK_AWAIT_INVENTORIES);
        book.told.clear();
        book.telling = 1;
        assertThat(teller.tellNext()).isTrue();
        assertThat(engine.waitsAt(instance)).containsExactly(AuditProcess.TASK_AWAIT_INVENTORIES);
        book.telling = 2;
        assertThat(teller.tellNext()).isTrue();
        complete(instance, Map.of("auditSigned", true));
        assertThat(engine.waitsAt(instance)).isEmpty();
        assertThat(book.recorded).isTrue();
    }

    private String start() {
        ProcessInstance instance = engine.processes()
                .startProcessInstanceByKey(
                        AuditProcess.KEY, RELEASE.value(), Map.of("release", RELEASE.value(), "auditPhase", "BEFORE"));
        return instance.getId();
    }

    private void complete(String instance, Map<String, Object> routing) {
        engine.tasks()
                .complete(
                        engine.tasks()
                                .createTaskQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId(),
                        routing);
    }

    /** Audits as a test says. */
    private static final class Book implements Audits {
        private final Set<Long> told = new HashSet<>();
        private boolean sites;
        private boolean complete;
        private boolean recorded;
        private long ordered;
        private long telling;

        void begin() {
            told.clear();
            sites = true;
            complete = false;
            recorded = false;
            ordered = 0;
            telling = 0;
        }

        @Override
        public void abandon(ReleaseNumber release) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Ordered order(ReleaseNumber release, Phase phase) {
            telling = ++ordered;
            return sites ? new Looking(ordered) : new NothingToSee(ordered);
        }

        @Override
        public Optional<AuditReport> latest(ReleaseNumber release, Phase phase) {
            return Optional.of(new AuditReport(telling, release, phase, Instant.EPOCH, 1, 1, 0));
        }

        @Override
        public List<SiteInventory> seen(AuditReport audit, int most) {
            return List.of();
        }

        @Override
        public List<Finding> findings(AuditReport audit, int most) {
            return List.of();
        }

        @Override
        public Result sign(ReleaseNumber release, Phase phase, Actor auditor, String remarks) {
            return Result.done();
        }

        @Override
        public Result sendBack(ReleaseNumber release, Phase phase, Actor auditor, String remarks) {
            return Result.done();
        }

        @Override
        public Result remediated(ReleaseNumber release, Phase phase, Actor actor, String remark) {
            return Result.done();
        }

        @Override
        public Result record(ReleaseNumber release, Phase phase) {
            recorded = true;
            return Result.done();
        }

        @Override
        public Optional<AuditReport> nextToTell() {
            return complete ? latest(RELEASE, Phase.BEFORE) : Optional.empty();
        }

        @Override
        public boolean told(AuditReport audit) {
            return told.add(audit.id());
        }
    }
}
