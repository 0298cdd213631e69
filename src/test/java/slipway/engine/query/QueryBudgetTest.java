package slipway.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;

class QueryBudgetTest {
    @Test
    void what_a_page_asks_for_is_within() {
        TaskQuery page = new TaskQueryImpl()
                .taskCandidateGroupIn(List.of("cab", "change-manager"))
                .processVariableValueEquals("release", "REL-2026-0001")
                .or()
                .taskNameLike("%go%")
                .taskDescriptionLike("%go%")
                .endOr()
                .orderByTaskCreateTime()
                .desc();
        assertThat(QueryBudget.exceeded((TaskQueryImpl) page)).isEmpty();
    }

    @Test
    void branches_are_bounded() {
        assertThat(QueryBudget.exceeded(branches(QueryBudget.BRANCHES))).isEmpty();
        assertThat(QueryBudget.exceeded(branches(QueryBudget.BRANCHES + 1)))
                .contains("a query may hold 20 or-branches; ask in parts");
    }

    @Test
    void comparisons_of_variables_are_bounded_wherever_they_stand() {
        assertThat(QueryBudget.exceeded(comparisons(QueryBudget.COMPARISONS - 1)))
                .isEmpty();
        assertThat(QueryBudget.exceeded(comparisons(QueryBudget.COMPARISONS)))
                .hasValueSatisfying(why -> assertThat(why).contains("30 comparisons of variables"));
    }

    @Test
    void ways_of_sorting_are_bounded() {
        TaskQueryImpl query = new TaskQueryImpl();
        for (int order = 0; order <= QueryBudget.ORDERS; order++) {
            query.orderByTaskName().asc();
        }
        assertThat(QueryBudget.exceeded(query))
                .hasValueSatisfying(why -> assertThat(why).contains("ways of sorting"));
    }

    @Test
    void values_are_bounded_in_lists_and_rows() {
        TaskQueryImpl listed = new TaskQueryImpl();
        listed.taskCandidateGroupIn(Collections.nCopies(QueryBudget.VALUES + 1, "cab"));
        assertThat(QueryBudget.exceeded(listed)).isPresent();
        HistoricProcessInstanceQueryImpl rowed = new HistoricProcessInstanceQueryImpl();
        rowed.activeActivityIdIn(
                Collections.nCopies(QueryBudget.VALUES + 1, "a").toArray(String[]::new));
        assertThat(QueryBudget.exceeded(rowed)).isPresent();
    }

    private static TaskQueryImpl branches(int count) {
        TaskQuery query = new TaskQueryImpl();
        for (int branch = 0; branch < count; branch++) {
            query = query.or().taskName("a").taskOwner("b").endOr();
        }
        return (TaskQueryImpl) query;
    }

    /** That many within an or-branch, and one more beside it. */
    private static TaskQueryImpl comparisons(int count) {
        TaskQuery query = new TaskQueryImpl().taskVariableValueEquals("x", 1).or();
        for (int comparison = 0; comparison < count; comparison++) {
            query = query.processVariableValueEquals("v" + comparison, comparison);
        }
        return (TaskQueryImpl) query.endOr();
    }
}
