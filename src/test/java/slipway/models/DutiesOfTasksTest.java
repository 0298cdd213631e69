package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.testing.ProcessTest;

/** Which duty a task has under separation of duties is said by its bean, and here once more, so that none is lost. */
@ProcessTest
class DutiesOfTasksTest {
    @Autowired
    private Map<String, UserTask> tasks;

    @Test
    void every_task_that_separation_of_duties_knows_has_its_duty_and_no_other_has_one() {
        Map<String, Set<Duty>> duties = new TreeMap<>();
        tasks.forEach((bean, task) -> {
            if (!task.duties().isEmpty()) {
                duties.put(bean, task.duties());
            }
        });

        assertThat(duties)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("repairBuild", Set.of(Duty.BUILDER)),
                        Map.entry("answerForDelivery", Set.of(Duty.BUILDER)),
                        Map.entry("answerForAuthors", Set.of(Duty.BUILDER)),
                        Map.entry("judgeTests", Set.of(Duty.TESTER)),
                        Map.entry("acceptForBusiness", Set.of(Duty.ACCEPTOR)),
                        Map.entry("approveBaseline", Set.of(Duty.AUTHORISER)),
                        Map.entry("giveGoNoGo", Set.of(Duty.AUTHORISER)),
                        Map.entry("decideGate", Set.of(Duty.AUTHORISER)),
                        Map.entry("doWorkByHand", Set.of(Duty.IMPLEMENTER)),
                        Map.entry("repairSite", Set.of(Duty.IMPLEMENTER)),
                        Map.entry("remediateFindings", Set.of(Duty.IMPLEMENTER)),
                        Map.entry("signAudit", Set.of(Duty.AUDITOR))));
    }
}
