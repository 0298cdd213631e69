package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slipway.shared.Refusal;
import slipway.shared.Result;

class ByHandWordsTest {
    @Test
    void a_report_is_kept_where_nobody_else_reported_meanwhile() {
        assertThat(ByHand.kept(true)).isEqualTo(Result.done());
        assertThat(ByHand.kept(false))
                .isEqualTo(Result.refused(
                        "order-over", "Somebody else reported on this site meanwhile: reload the page."));
    }

    @Test
    void whoever_reports_too_late_or_something_else_is_told_what_to_do() {
        assertThat(ByHand.stopped().reason()).endsWith("reload the page, and report what is there.");
        assertThat(ByHand.differs("nothing is installed"))
                .isEqualTo(Refusal.of(
                        "inventory-differs",
                        "By this inventory nothing is installed. Put it right and report again, or report that it"
                                + " cannot be done."));
    }
}
