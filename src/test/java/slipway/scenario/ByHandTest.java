package slipway.scenario;

import java.io.IOException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.testing.ProcessTest;

/** A site where people do what Slipway does elsewhere, as they live it. */
@ProcessTest
class ByHandTest {
    @Autowired
    private ByHand byHand;

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
    }

    @Test
    void at_a_site_that_slipway_does_not_reach_people_look_install_and_return_and_each_report_is_compared()
            throws IOException {
        byHand.isInstalledAndReturned();
    }
}
