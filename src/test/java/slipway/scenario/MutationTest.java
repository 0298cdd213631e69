package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.Map;
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
    @Autowired
    private Hollowing hollowing;

    @Autowired
    private ThinRelease thinRelease;

    @Autowired
    private FailingSite failingSite;

    @Autowired
    private Interrupted interrupted;

    @Autowired
    private Stage stage;

    @AfterEach
    void honestAgain() {
        hollowing.honest("no scenario");
        ClockUtil.reset();
    }

    @TestFactory
    Stream<DynamicTest> a_scenario_fails_without_the_facade_call_behind() {
        allIsHonest();
        Set<String> called = new TreeSet<>(hollowing.called());
        assertThat(called).as("the beans that whole releases call").hasSizeGreaterThan(58);
        Stream<DynamicTest> mutations =
                called.stream().map(bean -> DynamicTest.dynamicTest(bean, () -> someScenarioFailsWithout(bean)));
        // Scenarios must not fail because of what the mutations before them left behind.
        return Stream.concat(mutations, Stream.of(DynamicTest.dynamicTest("none: honest again", this::allIsHonest)));
    }

    private Map<String, ThrowingCallable> scenarios() {
        Map<String, ThrowingCallable> scenarios = new LinkedHashMap<>();
        scenarios.put("goes to its end", thinRelease::goesToItsEnd);
        scenarios.put("is repaired and closed", failingSite::isRepairedAndClosed);
        scenarios.put("ends backed out", failingSite::endsBackedOut);
        scenarios.put("is interrupted and goes on", interrupted::goesOnAndCloses);
        return scenarios;
    }

    private void allIsHonest() {
        hollowing.forget();
        scenarios().forEach((name, scenario) -> {
            hollowing.honest(name);
            assertThat(catchThrowable(scenario)).as(name).isNull();
            ClockUtil.reset();
        });
    }

    /** Some beans matter only when a site fails, so one scenario of those that call the bean is enough. */
    private void someScenarioFailsWithout(String bean) {
        Set<String> callers = hollowing.callersOf(bean);
        assertThat(scenarios()).anySatisfy((name, scenario) -> {
            assertThat(callers).contains(name);
            failsWithout(bean, name, scenario);
        });
    }

    private void failsWithout(String bean, String name, ThrowingCallable scenario) {
        hollowing.hollowOut(bean, name);
        try {
            Throwable failure = catchThrowable(scenario);
            assertThat(hollowing.forgeries())
                    .as(() -> "calls of the hollow " + bean + " before it ended in " + failure)
                    .isPositive();
            assertThat(failure).as(name + " without " + bean).isNotNull();
        } finally {
            stage.endEverything();
            ClockUtil.reset();
        }
    }
}
