package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.testing.ProcessTest;

/**
 * Nothing is hollow: with the facade call of any one bean taken out and its variables forged as if it had succeeded, a
 * scenario fails.
 */
@ProcessTest
class MutationTest {
    /** Beans that matter only when something goes wrong. */
    private static final Set<String> WHEN_A_SITE_FAILS = Set.of(
            "evaluateWave", "decideOnPausedRollout", "orderBackOut", "restoreSites", "repairSite", "resumeRollout");

    @Autowired
    private Hollowing hollowing;

    @Autowired
    private ThinRelease thinRelease;

    @Autowired
    private FailingSite failingSite;

    @Autowired
    private Stage stage;

    @AfterEach
    void honestAgain() {
        hollowing.hollowOut(null);
        ClockUtil.reset();
    }

    @TestFactory
    Stream<DynamicTest> a_scenario_fails_without_the_facade_call_behind() throws IOException {
        allIsHonest();
        Set<String> called = new TreeSet<>(hollowing.called());
        assertThat(called).as("the beans that a whole release calls").hasSizeGreaterThan(45);
        Stream<DynamicTest> mutations =
                called.stream().map(bean -> DynamicTest.dynamicTest(bean, () -> failsWithout(bean)));
        // Scenarios must not fail because of what the mutations before them left behind.
        return Stream.concat(mutations, Stream.of(DynamicTest.dynamicTest("none: honest again", this::allIsHonest)));
    }

    private void allIsHonest() throws IOException {
        hollowing.hollowOut(null);
        failingSite.isRepairedAndClosed();
        failingSite.endsBackedOut();
        thinRelease.goesToItsEnd();
    }

    private ThrowingCallable scenarioFor(String bean) {
        if (bean.equals("finishBackOut")) {
            return failingSite::endsBackedOut;
        }
        return WHEN_A_SITE_FAILS.contains(bean) ? failingSite::isRepairedAndClosed : thinRelease::goesToItsEnd;
    }

    private void failsWithout(String bean) {
        hollowing.hollowOut(bean);
        try {
            Throwable failure = catchThrowable(scenarioFor(bean));
            assertThat(hollowing.forgeries())
                    .as(() -> "calls of the hollow " + bean + " before it ended in " + failure)
                    .isPositive();
            assertThat(failure).as("the scenario without " + bean).isNotNull();
        } finally {
            stage.endEverything();
            ClockUtil.reset();
        }
    }
}
