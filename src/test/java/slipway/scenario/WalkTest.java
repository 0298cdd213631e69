package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.cmdb.Cmdb;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.SiteId;
import slipway.testing.ProcessTest;
import slipway.testing.Seeds;

/**
 * Whatever people do in whatever order, interruptions included: no step ends in an error or an incident, something can
 * always be done, and the process waits where the release's state says. More walks, or one again:
 * {@code -Dslipway.walks=20 -Dslipway.walk.seed=7}.
 */
@ProcessTest
class WalkTest {
    private static final int LONGEST = 90;
    private static final int MOST_REFUSALS = 40;

    @Autowired
    private Bank bank;

    @Autowired
    private Stage stage;

    @Autowired
    private Releases releases;

    @Autowired
    private Cmdb cmdb;

    /** Where each state waits; a state that is left at once waits nowhere. */
    private static final Map<ReleaseState, Set<String>> WAITS = waits();

    private static Map<ReleaseState, Set<String>> waits() {
        Map<ReleaseState, Set<String>> waits = new HashMap<>();
        waits.put(ReleaseState.DRAFT, Set.of("ConfirmScope"));
        waits.put(ReleaseState.SUBMITTED, Set.of("ConfirmScope", "DraftPlan", "ApproveBaseline"));
        waits.put(ReleaseState.IN_BUILD, Set.of("AttestScan", "RepairBuild", "AnswerForDelivery"));
        waits.put(ReleaseState.IN_TEST, Set.of("JudgeTests", "AcceptForBusiness"));
        waits.put(ReleaseState.ACCEPTED, Set.of("ArrangeWaves"));
        waits.put(ReleaseState.SCHEDULED, Set.of("GiveGoNoGo", "ArrangeWaves"));
        waits.put(ReleaseState.AUTHORISED, Set.of("ConfirmReadiness", "ArrangeWaves"));
        waits.put(ReleaseState.PREPARED, Set.of("SignAudit", "RemediateFindings", "ArrangeWaves"));
        waits.put(ReleaseState.PRE_AUDITED, Set.of("ArrangeWaves"));
        waits.put(ReleaseState.IN_ROLLOUT, Set.of());
        waits.put(ReleaseState.PAUSED, Set.of("DecideOnPausedRollout", "RepairSite"));
        waits.put(ReleaseState.BACKING_OUT, Set.of("SignAudit", "RemediateFindings"));
        waits.put(ReleaseState.BACKOUT_FAILED, Set.of("RepairSite", "SignAudit", "RemediateFindings"));
        waits.put(ReleaseState.DEPLOYED, Set.of("SignAudit", "RemediateFindings"));
        waits.put(ReleaseState.EARLY_LIFE, Set.of("ScoreObjectives", "RecordLessons", "ReviewRelease"));
        waits.put(ReleaseState.REVIEWED, Set.of("ClearClosing"));
        EnumSet.of(ReleaseState.CLOSED, ReleaseState.REJECTED, ReleaseState.CANCELLED)
                .forEach(ended -> waits.put(ended, Set.of()));
        return waits;
    }

    static LongStream seeds() {
        long first = Seeds.of("slipway.walk.seed");
        return LongStream.range(first, first + Long.getLong("slipway.walks", 3));
    }

    @BeforeEach
    void everySiteRunsTheBaseline() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
        bank.endsEverything();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_step_ends_in_an_error_and_the_process_waits_where_the_state_says(long seed) throws IOException {
        Walk walk = new Walk(
                seed,
                bank,
                releases,
                Breakage.of(cmdb.site(new SiteId("zurich")).folder()));
        int refused = 0;
        for (int step = 0; step < LONGEST && !walk.state().ended(); step++) {
            refused = takes(walk) ? 0 : refused + 1;
            assertThat(refused)
                    .as("refusals one after the other\n" + walk.told())
                    .isLessThan(MOST_REFUSALS);
            isSound(walk);
        }
    }

    private boolean takes(Walk walk) throws IOException {
        try {
            return walk.step();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("after\n" + walk.told(), e);
        }
    }

    private void isSound(Walk walk) {
        String release = walk.number().value();
        ReleaseState state = walk.state();
        assertThat(stage.incidents(release)).as(walk.told()).isEmpty();
        assertThat(stage.runs(release)).as("processes run\n" + walk.told()).isEqualTo(!state.ended());
        assertThat(WAITS.getOrDefault(state, Set.of("nowhere")))
                .as(() -> "where it waits\n" + walk.told())
                .containsAll(stage.waiting(release));
        assertThat(state.ended() || !stage.waiting(release).isEmpty() || stage.hasTimer(release))
                .as("somebody or something goes on\n" + walk.told())
                .isTrue();
    }
}
