package slipway.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import slipway.engine.SystemScope;
import slipway.shared.ReleaseNumber;
import slipway.testing.DraftRow;
import slipway.testing.PastTheGate;
import slipway.testing.ProcessTest;
import slipway.testing.TinyModels;

@ProcessTest
class DecisionLedgerTest {
    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    DecisionLedger ledger;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    String deployment = "";

    @BeforeEach
    void deploy() {
        deployment = PastTheGate.deploy(
                repository,
                Map.of(
                        "tiny.bpmn",
                        TinyModels.oneTask("TinyDecision", """
                        <bpmn:businessRuleTask id="Task" camunda:decisionRef="tiny-table"
                            camunda:decisionRefBinding="deployment"/>
                        """),
                        "tiny.dmn",
                        TinyModels.table("tiny-table", "")));
    }

    @AfterEach
    void clear() {
        SystemScope.run(() -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void every_decision_is_kept_with_version_inputs_and_matched_rules() {
        ReleaseNumber release = DraftRow.of(jdbc, new ReleaseNumber("REL-2091-0911"));
        decide(release, 1);
        decide(release, 2);

        assertThat(ledger.latest(release, "tiny-table")).containsExactly(Map.of("y", "two"));
        assertThat(ledger.latest(release, "tiny-table", "Task")).containsExactly(Map.of("y", "two"));
        assertThatThrownBy(() -> ledger.latest(release, "tiny-table", "Other"))
                .hasMessageContaining("took no decision at Other");
        assertThat(ledger.of(release)).hasSize(2).first().satisfies(taken -> {
            assertThat(taken.element()).isEqualTo("Task");
            assertThat(taken.definitionId()).startsWith("tiny-table:");
            assertThat(taken.definitionVersion()).isPositive();
            assertThat(taken.inputs()).isEqualTo(Map.of("x", 1));
            assertThat(taken.matchedRules()).containsExactly("Rule_One");
            assertThat(taken.results()).containsExactly(Map.of("y", "one"));
        });
    }

    @Test
    void a_decision_that_was_never_taken_is_an_error() {
        assertThatThrownBy(() -> ledger.latest(new ReleaseNumber("REL-2026-0912"), "tiny-table"))
                .hasMessageContaining("took no decision");
    }

    @Test
    void a_decision_is_forgotten_when_its_transaction_is() {
        ReleaseNumber release = DraftRow.of(jdbc, new ReleaseNumber("REL-2091-0913"));

        transactions.executeWithoutResult(transaction -> {
            decide(release, 1);
            assertThat(ledger.of(release)).hasSize(1);
            transaction.setRollbackOnly();
        });

        assertThat(ledger.of(release)).isEmpty();
    }

    private void decide(ReleaseNumber release, Object x) {
        SystemScope.call(() -> runtime.startProcessInstanceByKey("TinyDecision", release.value(), Map.of("x", x)));
    }
}
