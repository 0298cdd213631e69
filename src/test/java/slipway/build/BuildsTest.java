package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import slipway.build.Build.State;
import slipway.engine.people.Organisation;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.Person;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.testing.PlannedReleases;
import slipway.testing.ProcessTest;
import slipway.testing.TourSources;

@ProcessTest
class BuildsTest {
    private static final Actor SOFIA = new Actor("sofia");
    private static final Actor BEN = new Actor("benbuilds");

    @Autowired
    ApplicationContext context;

    @Autowired
    Builds builds;

    @Autowired
    Releases releases;

    @Autowired
    Library library;

    @Autowired
    Duties duties;

    @Autowired
    Organisation organisation;

    @BeforeEach
    void hire() {
        for (String id : List.of(BEN.id(), "former")) {
            organisation.hire(
                    new Person(new Actor(id), "Ben Bucher", id + "@alpenbank.example", Set.of()), "Correct-Horse-42!");
        }
    }

    private ReleaseNumber planned(String unit, Map<String, String> exchanged) throws Exception {
        return new PlannedReleases(context)
                .planned(
                        unit,
                        "v1.1.0",
                        TourSources.commit("v1.1.0", BEN.id(), exchanged),
                        TourSources.commit("v1.1.1", BEN.id(), Map.of()));
    }

    private Build built(ReleaseNumber release) throws Exception {
        Build order = builds.order(release);
        return builds.record(order.key(), builds.run(order.key()));
    }

    private static String rule(Result result) {
        return result instanceof Result.Refused no ? no.refusal().rule() : "done";
    }

    @Test
    void an_order_names_the_exact_commit_and_is_the_same_while_it_is_open() throws Exception {
        ReleaseNumber release = planned("builds-order", Map.of());

        Build order = builds.order(release);

        assertThat(order.key()).isEqualTo("BLD-" + release + "-1");
        assertThat(order.commit()).hasSize(40);
        assertThat(builds.order(release).key()).isEqualTo(order.key());
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.IN_BUILD);
    }

    @Test
    void a_passed_build_enters_the_library_with_its_sources_and_goes_to_test() throws Exception {
        ReleaseNumber release = planned("builds-pass", Map.of());

        Build build = built(release);
        assertThat(build.state()).as(build.problem()).isEqualTo(State.PASSED);
        assertThat(Files.readString(builds.log(build.key()))).contains("Built iban-check 1.1.0");
        assertThat(build.progress()).isEqualTo("Built iban-check 1.1.0");

        assertThat(rule(builds.propose(build.key(), builds.deposit(build.key()))))
                .isEqualTo("done");
        assertThat(rule(builds.propose(build.key(), builds.deposit(build.key()))))
                .isEqualTo("done");
        assertThat(rule(builds.attestScan(release, SOFIA, true, "clamd 1.4", "")))
                .isEqualTo("done");
        assertThat(rule(builds.checkIn(release))).isEqualTo("done");

        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.IN_TEST);
        assertThat(releases.get(release).builtRevision()).isEqualTo(build.revision());
        assertThat(library.find(build.revision())).hasValueSatisfying(holding -> {
            assertThat(holding.state()).isEqualTo(Library.State.CHECKED_IN);
            assertThat(holding.companions().keySet())
                    .containsExactlyInAnyOrder("sources.tar", "manifest.txt", "build.log", "README.md", "CHANGELOG.md");
        });
    }

    @Test
    void the_authors_since_what_is_live_are_builders() throws Exception {
        ReleaseNumber release = planned("builds-authors", Map.of());
        built(release);
        assertThat(duties.performers(release, Duty.BUILDER)).containsExactly(BEN);
    }

    @Test
    void a_recorded_build_is_not_run_again_and_an_interrupted_one_from_clean() throws Exception {
        ReleaseNumber release = planned("builds-again", Map.of());
        Build order = builds.order(release);
        Builds.Verdict lost = builds.run(order.key());
        assertThat(lost).isInstanceOf(Builds.Passed.class);
        Files.writeString(builds.log(order.key()).resolveSibling("workspace").resolve("dist/extra"), "left over");

        Build build = built(release);
        assertThat(build.made()).isEqualTo(((Builds.Passed) lost).manifest());

        Files.writeString(builds.log(order.key()), "untouched");
        assertThat(builds.record(order.key(), builds.run(order.key())).state()).isEqualTo(State.PASSED);
        assertThat(builds.log(order.key())).hasContent("untouched");
    }

    @Test
    void a_failed_build_is_an_outcome_that_a_new_tag_repairs() throws Exception {
        ReleaseNumber release = planned(
                "builds-fail", Map.of("build.sh", "#!/bin/sh\necho compiling\necho 'line 7: oops' >&2\nexit 4\n"));

        Build build = built(release);

        assertThat(build.state()).isEqualTo(State.FAILED);
        assertThat(build.exitCode()).isEqualTo(4);
        assertThat(build.problem()).isEqualTo("'./build.sh' ended with exit code 4");
        assertThat(build.logTail()).isEqualTo("compiling\nline 7: oops");
        assertThat(rule(builds.repair(release, BEN, "v9", Builds.Cause.PRODUCT, "mended")))
                .isEqualTo("unknown-tag");
        assertThat(rule(builds.repair(release, BEN, "v1.1.0", Builds.Cause.RECIPE, "mended")))
                .isEqualTo("same-tag");
        assertThat(rule(builds.repair(release, BEN, "v1.1.1", Builds.Cause.PRODUCT, "mended")))
                .isEqualTo("done");
        Build repaired = built(release);
        assertThat(repaired.state()).as(repaired.problem()).isEqualTo(State.PASSED);
        assertThat(repaired.attempt()).isEqualTo(2);
        assertThat(repaired.version()).isEqualTo("1.1.1");
    }

    @Test
    void sources_without_what_a_build_needs_fail_with_a_cause() throws Exception {
        assertThat(problem("builds-no-command", Map.of("slipway.properties", "output=dist\ntest=true\n")))
                .isEqualTo("slipway.properties does not say 'build'");
        assertThat(problem("builds-no-output", Map.of("build.sh", "#!/bin/sh\ntrue\n")))
                .isEqualTo("the build left no folder 'dist'");
        assertThat(problem("builds-escape", Map.of("slipway.properties", "build=true\ntest=true\noutput=../..\n")))
                .contains("is not a plain path");
        assertThat(problem(
                        "builds-no-document",
                        Map.of("slipway.properties", "build=true\ntest=true\noutput=dist\ndocuments=NOTES.md\n")))
                .isEqualTo("the sources have no file 'NOTES.md'");
        assertThat(problem("builds-link", Map.of("build.sh", "#!/bin/sh\nmkdir dist; ln -s /etc/passwd dist/p\n")))
                .contains("leaves 'dist'");
    }

    private String problem(String unit, Map<String, String> exchanged) throws Exception {
        Build build = built(planned(unit, exchanged));
        assertThat(build.state()).isEqualTo(State.FAILED);
        return build.problem();
    }

    @Test
    void a_tag_that_went_away_fails_at_once() throws Exception {
        ReleaseNumber release = new PlannedReleases(context).planned("builds-no-tag", "v1.1.0");
        assertThat(builds.order(release))
                .extracting(Build::state, Build::problem)
                .containsExactly(State.FAILED, "the sources of builds-no-tag have no tag 'v1.1.0'");
    }

    @Test
    void a_version_that_is_taken_is_told_to_who_repairs() throws Exception {
        ReleaseNumber release = new PlannedReleases(context)
                .planned(
                        "builds-taken",
                        "v1.1.0",
                        TourSources.commit("v1.1.0", BEN.id(), Map.of()),
                        TourSources.commit("1.1.0", BEN.id(), Map.of("README.md", "# Other")));
        Build first = built(release);
        builds.propose(first.key(), builds.deposit(first.key()));
        builds.repair(release, BEN, "1.1.0", Builds.Cause.PRODUCT, "mended");
        Build second = built(release);

        assertThat(rule(builds.propose(second.key(), builds.deposit(second.key()))))
                .isEqualTo("version-taken");
        assertThat(builds.latest(release).problem()).contains("version 1.1.0 of builds-taken is taken");
        assertThat(library.find(second.revision())).isEmpty();
    }
}
