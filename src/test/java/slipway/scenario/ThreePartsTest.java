package slipway.scenario;

import java.io.IOException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.testing.ProcessTest;

/** A release of several parts, as its people live it. */
@ProcessTest
class ThreePartsTest {
    @Autowired
    private ThreeParts threeParts;

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
    }

    @Test
    void a_release_of_three_parts_reaches_every_site() throws IOException {
        threeParts.reachEverySite();
    }

    @Test
    void a_part_that_fails_at_a_site_stops_what_follows_it_there_and_the_site_counts_once() throws IOException {
        threeParts.oneFailsAtOneSite();
    }
}
