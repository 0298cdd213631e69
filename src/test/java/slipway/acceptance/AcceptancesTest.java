package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import slipway.acceptance.Acceptances.Conclusion;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.library.Library;
import slipway.release.GoLiveCondition;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.testing.PlannedReleases;
import slipway.testing.ProcessTest;
import slipway.testing.TestDatabase;
import slipway.testing.TourSources;

@ProcessTest
class AcceptancesTest {
    private static final Actor TOM = new Actor("tom");
    private static final Actor OLGA = new Actor("olga");

    @Autowired
    ApplicationContext context;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Builds builds;

    @Autowired
    Releases releases;

    @Autowired
    Library library;

    @Autowired
    List<GoLiveCondition> conditions;

    private ReleaseNumber inTest(String unit, Map<String, String> exchanged) throws Exception {
        ReleaseNumber release =
                new PlannedReleases(context).planned(unit, "v1.1.0", TourSources.commit("v1.1.0", "ben", exchanged));
        Build order = builds.order(release);
        Build build = builds.record(order.key(), builds.run(order.key()));
        assertThat(build.state()).as(build.problem()).isEqualTo(Build.State.PASSED);
        builds.propose(build.key(), builds.deposit(build.key()));
        builds.attestScan(release, new Actor("sofia"), true, "clamd", "");
        assertThat(builds.checkIn(release)).isEqualTo(Result.done());
        return release;
    }

    private Finding tried(ReleaseNumber release, Trial trial) throws Exception {
        Finding finding = acceptances.attempt(release, trial);
        acceptances.record(release, finding);
        return finding;
    }

    private static String rule(Result result) {
        return result instanceof Result.Refused no ? no.refusal().rule() : "done";
    }

    private boolean fitToGoLive(ReleaseNumber release) {
        return conditions.stream()
                .filter(AcceptedRevision.class::isInstance)
                .allMatch(condition -> condition.unmet(releases.get(release)).isEmpty());
    }

    private Path environment(ReleaseNumber release, String unit) {
        return TestDatabase.get().folder().resolve("data/test-environments/" + release + "/" + unit);
    }

    @Test
    void a_revision_that_passes_every_trial_is_accepted_by_digest() throws Exception {
        ReleaseNumber release = inTest("acceptance-good", Map.of());
        assertThat(rule(acceptances.judge(release, TOM, true, "too soon"))).isEqualTo("trials-passed");
        for (Trial trial : Trial.values()) {
            Finding finding = tried(release, trial);
            assertThat(finding.passed())
                    .as(finding.summary() + "\n" + finding.log())
                    .isTrue();
        }
        assertThat(acceptances.finding(release, Trial.TESTS).orElseThrow().log())
                .contains("passed: says that it is 1.1.0", "0 failed");
        assertThat(Files.readSymbolicLink(
                        environment(release, "acceptance-good").resolve("current")))
                .isEqualTo(Path.of("releases", release.value()));
        assertThat(fitToGoLive(release)).isFalse();

        assertThat(rule(acceptances.acceptForBusiness(release, OLGA, true, "good")))
                .isEqualTo("test-verdict-stands");
        assertThat(rule(acceptances.judge(release, TOM, true, "all green"))).isEqualTo("done");
        assertThat(rule(acceptances.acceptForBusiness(release, OLGA, true, "good")))
                .isEqualTo("done");
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.ACCEPTED);

        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.ACCEPTED);
        assertThat(library.find(releases.get(release).builtRevision())
                        .orElseThrow()
                        .state())
                .isEqualTo(Library.State.ACCEPTED);
        assertThat(fitToGoLive(release)).isTrue();
    }

    @Test
    void a_failing_test_is_an_outcome_that_no_verdict_can_pass() throws Exception {
        ReleaseNumber release =
                inTest("acceptance-bad", Map.of("acceptance.sh", "#!/bin/sh\necho 'case 3 FAILED'; exit 1\n"));
        tried(release, Trial.INSTALLATION);

        Finding tests = tried(release, Trial.TESTS);
        tried(release, Trial.BACK_OUT_REHEARSAL);

        assertThat(tests.passed()).isFalse();
        assertThat(tests.log()).isEqualTo("case 3 FAILED");
        assertThat(rule(acceptances.judge(release, TOM, true, "looks fine"))).isEqualTo("trials-passed");
        assertThat(rule(acceptances.judge(release, TOM, false, ""))).isEqualTo("reason-missing");
        assertThat(rule(acceptances.judge(release, TOM, false, "case 3"))).isEqualTo("done");
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.IN_BUILD);
        assertThat(fitToGoLive(release)).isFalse();
    }

    @Test
    void what_was_altered_in_the_test_environment_is_found() throws Exception {
        ReleaseNumber release = inTest("acceptance-altered", Map.of());
        tried(release, Trial.INSTALLATION);
        Files.writeString(environment(release, "acceptance-altered").resolve("current/VERSION"), "9");

        assertThat(tried(release, Trial.TESTS).summary()).contains("'VERSION' is altered");
        assertThat(tried(release, Trial.BACK_OUT_REHEARSAL).passed()).isFalse();
        tried(release, Trial.INSTALLATION);
        assertThat(tried(release, Trial.TESTS).passed()).isTrue();
    }

    @Test
    void tests_cannot_change_what_they_test() throws Exception {
        ReleaseNumber release = inTest(
                "acceptance-readonly",
                Map.of("acceptance.sh", "#!/bin/sh\necho 9 > \"$INSTALLATION/VERSION\" && exit 9\nexit 0\n"));
        tried(release, Trial.INSTALLATION);
        assertThat(tried(release, Trial.TESTS).log()).contains("Read-only file system");
    }
}
