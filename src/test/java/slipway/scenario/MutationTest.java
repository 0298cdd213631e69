package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
import slipway.testing.Seeds;

/**
 * Nothing is hollow: with the facade call of any one bean taken out and its variables forged as if it had succeeded, a
 * scenario fails, and by the words that name what is missing. Each run draws some of the beans, {@code make mutate} takes
 * all of them.
 */
@ProcessTest
class MutationTest {
    private static final String MOST = System.getProperty("slipway.hollow", "");

    /** What no scenario here calls, and why; each would be a whole release more for one bean. */
    private static final Map<String, String> UNCALLED = Map.ofEntries(
            Map.entry("answerForDelivery", "only an unsound delivery comes to it; AnswerRulesTest tries what it asks"),
            Map.entry("askPeople", "stands in no shipped model; OwnGateTest draws it"),
            Map.entry("callOut", "stands in no shipped model; OwnCallOutTest draws it"),
            Map.entry("clearClosing", "only a release that may not be closed comes to it, as in WalkTest"),
            Map.entry("decideGate", "stands in no shipped model; OwnGateTest draws it"),
            Map.entry("endRelease", "only what is cancelled in Arrange waves comes to it, as in ThinReleaseTest"),
            Map.entry("escalateTask", "stands in no shipped model; OwnRemindersTest draws it"),
            Map.entry("interruptionMessages", "only declares messages, and is never called"),
            Map.entry(
                    "pauseRollout",
                    "only a wave that may not begin comes to it; StopsTest and SchedulingTest hold one"),
            Map.entry("refuseKind", "no scope is confirmed that comes to it"),
            Map.entry("refuseRollout", "only a rollout that is not cleared comes to it, as in ThinReleaseTest"),
            Map.entry("remindPeople", "stands in no shipped model; OwnRemindersTest draws it"),
            Map.entry("repairBuild", "waits in two of the stories; ThinReleaseTest and WalkTest complete it"),
            Map.entry("runCheck", "stands in no shipped model; OwnCheckTest draws it"),
            Map.entry("tellPeople", "stands in no shipped model; OwnRemindersTest draws it"),
            Map.entry("waitForPolicy", "stands in no shipped model; OwnWaitTest draws it"));

    @Autowired
    private Hollowing hollowing;

    @Autowired
    private ThinRelease thinRelease;

    @Autowired
    private FailingSite failingSite;

    @Autowired
    private Interrupted interrupted;

    @Autowired
    private UnknownAuthors unknownAuthors;

    @Autowired
    private ThreeParts threeParts;

    @Autowired
    private ByHand byHand;

    @Autowired
    private Stage stage;

    private final Map<String, Complaint> complaints = Complaint.all();

    @AfterEach
    void honestAgain() {
        hollowing.honest("no scenario");
        ClockUtil.reset();
    }

    @TestFactory
    Stream<DynamicTest> a_scenario_fails_without_the_facade_call_behind() {
        allIsHonest();
        Set<String> called = new TreeSet<>(hollowing.called());
        assertThat(called).as("the beans that whole releases call").hasSizeGreaterThan(59);
        assertThat(complaints.keySet()).as("beans in " + Complaint.LIST).isEqualTo(called);
        Set<String> uncalled = new TreeSet<>(hollowing.wrapped());
        uncalled.removeAll(called);
        assertThat(uncalled).as("beans that no scenario calls").isEqualTo(UNCALLED.keySet());
        List<String> drawn = drawn(called);
        Stream<DynamicTest> mutations = drawn.stream().map(bean -> DynamicTest.dynamicTest(bean, () -> isMissed(bean)));
        // Scenarios must not fail because of what the mutations before them left behind.
        String last = Objects.requireNonNull(complaints.get(drawn.getLast())).scenario();
        return Stream.concat(mutations, Stream.of(DynamicTest.dynamicTest("none: honest again", () -> isHonest(last))));
    }

    private static List<String> drawn(Set<String> called) {
        List<String> drawn = new ArrayList<>(called);
        Collections.shuffle(drawn, new Random(Seeds.of("slipway.hollow.seed")));
        return drawn.subList(0, MOST.isBlank() ? 8 : Math.min(Integer.parseInt(MOST), drawn.size()));
    }

    private Map<String, ThrowingCallable> scenarios() {
        Map<String, ThrowingCallable> scenarios = new LinkedHashMap<>();
        scenarios.put("goes to its end", thinRelease::goesToItsEnd);
        scenarios.put("is repaired and closed", failingSite::isRepairedAndClosed);
        scenarios.put("ends backed out", failingSite::endsBackedOut);
        scenarios.put("is interrupted and goes on", interrupted::goesOnAndCloses);
        scenarios.put("waits for an answer", unknownAuthors::waitForAnAnswer);
        scenarios.put("reaches every site in parts", threeParts::reachEverySite);
        scenarios.put("is installed by hand", byHand::isInstalledAndReturned);
        return scenarios;
    }

    private void allIsHonest() {
        hollowing.forget();
        scenarios().keySet().forEach(this::isHonest);
    }

    private void isHonest(String name) {
        hollowing.honest(name);
        assertThat(catchThrowable(scenarios().get(name))).as(name).isNull();
        ClockUtil.reset();
    }

    /** Some beans matter only when a site fails, so each is listed with the scenario that notices it. */
    private void isMissed(String bean) {
        Complaint complaint = Objects.requireNonNull(complaints.get(bean), bean);
        String name = complaint.scenario();
        assertThat(hollowing.callersOf(bean)).contains(name);
        hollowing.hollowOut(bean, name);
        try {
            Throwable failure = catchThrowable(scenarios().get(name));
            assertThat(hollowing.forgeries())
                    .as(() -> "calls of the hollow " + bean + " before it ended in " + failure)
                    .isPositive();
            assertThat(failure)
                    .as(name + " without " + bean)
                    .isNotNull()
                    .satisfies(said -> assertThat(complaint.isMadeBy(said))
                            .as("a check or a refusal that says '%s' instead of: %s", complaint.words(), said)
                            .isTrue());
        } finally {
            stage.endEverything();
            ClockUtil.reset();
        }
    }
}
