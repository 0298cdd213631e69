package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.build.Build.State;
import slipway.build.BuildEvent.BuildFailed;
import slipway.build.BuildEvent.BuildOrdered;
import slipway.build.BuildEvent.BuildPassed;
import slipway.build.BuildEvent.BuildRepaired;
import slipway.build.git.RawCommits;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.TourSources;

class BuildsTest extends BuildStory {
    private static final Map<String, String> BROKEN =
            Map.of("build.sh", "#!/bin/sh\necho compiling\necho 'line 7: oops' >&2\nexit 4\n");

    @Autowired
    Duties duties;

    @Test
    void an_order_names_the_exact_commit_and_is_the_same_while_it_is_open() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");

        Build order = builds.order(part);

        assertThat(order.key()).isEqualTo("BLD-" + part.release() + "-built-program-1");
        assertThat(order.commit())
                .hasSize(40)
                .isEqualTo(releases.submitted(part.release()).part(PROGRAM).pin());
        assertThat(builds.order(part).key()).isEqualTo(order.key());
        assertThat(told(part.release(), BuildOrdered.class).words())
                .contains("tag v1.1.0", order.commit().substring(0, 12));
    }

    @Test
    void a_passed_build_says_what_it_made() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");

        Build build = built(part);

        assertThat(build.state()).as(build.problem()).isEqualTo(State.PASSED);
        assertThat(Files.readString(builds.log(build.key()))).contains("Built iban-check 1.1.0");
        assertThat(build.progress()).isEqualTo("Built iban-check 1.1.0");
        assertThat(told(part.release(), BuildPassed.class).words()).contains("built-program 1.1.0");
    }

    @Test
    void a_tag_that_names_another_commit_than_was_planned_fails_in_words() throws Exception {
        Path bare = repository(
                TourSources.commit("v1.1.0", "ben", Map.of()), TourSources.commit("v1.1.1", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        String planned = releases.submitted(part.release()).part(PROGRAM).pin();
        moveTag(bare, "v1.1.0", "v1.1.1");

        Build order = builds.order(part);

        assertThat(order.state()).isEqualTo(State.FAILED);
        assertThat(order.commit()).isEqualTo(planned);
        assertThat(order.problem())
                .startsWith("tag v1.1.0 named commit " + planned.substring(0, 12) + " when it was planned and names ")
                .endsWith(" now; plan again or repair with a new tag");
        assertThat(told(part.release(), BuildFailed.class).problem()).isEqualTo(order.problem());
        assertThat(builds.run(order.key())).isInstanceOf(Builds.Failed.class);
        assertThat(rule(builds.repair(part, BEN, "v1.1.0", Builds.Cause.INFRASTRUCTURE, "it is the same")))
                .isEqualTo("tag-moved");
        assertThat(rule(builds.repair(part, BEN, "v1.1.1", Builds.Cause.PRODUCT, "the tag that was meant")))
                .isEqualTo("done");
        assertThat(built(part).state()).isEqualTo(State.PASSED);
    }

    @Test
    void a_tag_that_is_moved_after_the_order_changes_nothing_of_the_build() throws Exception {
        Path bare =
                repository(TourSources.commit("v1.1.0", "ben", Map.of()), TourSources.commit("v1.1.1", "ben", BROKEN));
        PartId part = inBuild("v1.1.0");
        Build order = builds.order(part);
        moveTag(bare, "v1.1.0", "v1.1.1");

        assertThat(builds.run(order.key())).isInstanceOf(Builds.Passed.class);
    }

    @Test
    void hostile_sources_are_a_failed_build_in_words_and_leave_no_workspace() throws Exception {
        Path bare = repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        Build order = builds.order(part);
        String commit = releases.submitted(part.release()).part(PROGRAM).pin();
        // Swapped in the mirror after it was planned.
        try (RawCommits git = new RawCommits(bare)) {
            git.loose(ObjectId.fromString(commit), "commit", 3, new byte[] {1, 2, 3});
        }

        Build build = builds.record(order.key(), builds.run(order.key()));

        assertThat(build.state()).isEqualTo(State.FAILED);
        assertThat(build.problem()).contains(commit).endsWith("; mirror the repository anew");
        assertThat(builds.log(build.key()).resolveSibling("workspace")).doesNotExist();
        assertThat(builds.log(build.key()).resolveSibling("sources.tar")).doesNotExist();
    }

    @Test
    void a_build_that_fails_leaves_its_log_only() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", BROKEN));

        Build build = built(inBuild("v1.1.0"));

        assertThat(build.state()).isEqualTo(State.FAILED);
        assertThat(builds.log(build.key())).exists();
        assertThat(builds.log(build.key()).resolveSibling("workspace")).doesNotExist();
    }

    @Test
    void a_tag_that_went_away_fails_at_once() throws Exception {
        Path bare = repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        Files.delete(bare.resolve("refs/tags/v1.1.0"));

        assertThat(builds.order(part))
                .extracting(Build::state, Build::problem)
                .containsExactly(State.FAILED, "the sources of built-program have no tag 'v1.1.0' any more");
    }

    @Test
    void the_authors_of_what_no_site_of_the_release_runs_are_builders() throws Exception {
        repository(
                TourSources.commit("v1.1.0", "tom", Map.of("README.md", "# One")),
                TourSources.commit("v1.2.0", "ben", Map.of("README.md", "# Two")));
        PartId part = inBuild("v1.2.0");
        runs(HERE, revision("1.1.0"));
        runs(ELSEWHERE, revision("1.0.0"));

        built(part);

        assertThat(duties.performers(part.release(), Duty.BUILDER)).containsExactly(new Actor("ben"));
    }

    @Test
    void where_nothing_runs_all_authors_are_builders_and_those_nobody_knows_are_told() throws Exception {
        repository(
                TourSources.commit("v1.1.0", "tom", Map.of("README.md", "# One")),
                TourSources.commit("v1.2.0", "ben", Map.of("README.md", "# Two")));
        PartId part = inBuild("v1.2.0");
        runs(ELSEWHERE, revision("1.1.0"));

        built(part);

        assertThat(duties.performers(part.release(), Duty.BUILDER))
                .containsExactlyInAnyOrder(new Actor("tom"), new Actor("ben"));
        BuildPassed passed = told(part.release(), BuildPassed.class);
        assertThat(passed.unknownAuthors()).containsExactly("former@alpenbank.example");
        assertThat(passed.words()).contains("former@alpenbank.example");
    }

    @Test
    void after_a_full_back_out_who_wrote_what_failed_is_a_builder_of_its_repair() throws Exception {
        Path bare = repository(TourSources.commit("v1.1.0", "tom", Map.of("README.md", "# Failed")));
        runs(HERE, revision("1.0.0"));
        runs(THERE, revision("1.0.0"));
        PartId failed = inBuild("v1.1.0");
        UnitRevision bad = built(failed).revision();
        checkedIn(failed);
        cancel(failed);
        runs(HERE, bad);
        push(bare, TourSources.commit("v1.1.1", "ben", Map.of("README.md", "# Repaired")));
        runs(HERE, revision("1.0.0"));

        PartId repair = inBuild("v1.1.1");
        built(repair);

        assertThat(duties.performers(repair.release(), Duty.BUILDER))
                .containsExactlyInAnyOrder(new Actor("tom"), new Actor("ben"));
    }

    @Test
    void a_tag_that_was_moved_hides_no_author_of_what_we_built() throws Exception {
        Path bare = repository(TourSources.commit("v1.1.0", "tom", Map.of("README.md", "# One")));
        PartId first = inBuild("v1.1.0");
        UnitRevision live = built(first).revision();
        checkedIn(first);
        cancel(first);
        runs(HERE, live);
        push(bare, TourSources.commit("v1.2.0", "olga", Map.of("README.md", "# Two")));
        moveTag(bare, "v1.1.0", "v1.2.0");

        PartId second = inBuild("v1.2.0");
        built(second);

        assertThat(duties.performers(second.release(), Duty.BUILDER)).containsExactly(new Actor("olga"));
    }

    private static UnitRevision revision(String version) {
        return new UnitRevision(PROGRAM, version, Digest.of(version));
    }

    @Test
    void a_recorded_build_is_not_run_again_and_an_interrupted_one_from_clean() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        Build order = builds.order(part);
        Builds.Verdict lost = builds.run(order.key());
        assertThat(lost).isInstanceOf(Builds.Passed.class);
        Files.writeString(builds.log(order.key()).resolveSibling("workspace").resolve("dist/extra"), "left over");

        Build build = built(part);
        assertThat(build.made()).isEqualTo(((Builds.Passed) lost).manifest());

        Files.writeString(builds.log(order.key()), "untouched");
        assertThat(builds.record(order.key(), builds.run(order.key())).state()).isEqualTo(State.PASSED);
        assertThat(builds.log(order.key())).hasContent("untouched");
        assertThat(builds.record(order.key(), new Builds.Failed("late", 1, 0, ""))
                        .state())
                .isEqualTo(State.PASSED);
    }

    @Test
    void an_open_order_of_a_former_plan_is_not_taken_for_the_new_one() throws Exception {
        repository(
                TourSources.commit("v1.1.0", "ben", Map.of()),
                TourSources.commit("v1.1.1", "ben", Map.of("README.md", "# Other")));
        PartId part = inBuild("v1.1.0");
        Build former = builds.order(part);
        done(releases.move(part.release(), ReleaseState.SUBMITTED));
        plan(part.release(), Map.of(PROGRAM, "v1.1.1"));
        checkIns.begin(part.release());

        Build order = builds.order(part);

        assertThat(order.key()).isNotEqualTo(former.key()).endsWith("-2");
        assertThat(order.commit()).isNotEqualTo(former.commit());
    }

    @Test
    void a_failed_build_is_an_outcome_that_a_new_tag_repairs() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", BROKEN), TourSources.commit("v1.1.1", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");

        Build build = built(part);

        assertThat(build.state()).isEqualTo(State.FAILED);
        assertThat(build.exitCode()).isEqualTo(4);
        assertThat(build.problem()).isEqualTo("'./build.sh' ended with exit code 4");
        assertThat(build.logTail()).isEqualTo("compiling\nline 7: oops");
        assertThat(rule(builds.repair(part, BEN, "v9", Builds.Cause.PRODUCT, "mended")))
                .isEqualTo("unknown-tag");
        assertThat(rule(builds.repair(part, BEN, "v1.1.1", Builds.Cause.PRODUCT, " ")))
                .isEqualTo("remark-missing");
        assertThat(rule(builds.repair(part, BEN, "v1.1.0", Builds.Cause.RECIPE, "mended")))
                .isEqualTo("same-tag");
        assertThat(rule(builds.repair(part, BEN, "v1.1.1", Builds.Cause.PRODUCT, "mended")))
                .isEqualTo("done");
        ReleasePart repaired = releases.submitted(part.release()).part(PROGRAM);
        assertThat(repaired.source()).isEqualTo("v1.1.1");
        assertThat(repaired.pin()).isNotEqualTo(build.commit());
        assertThat(told(part.release(), BuildRepaired.class).words()).contains("v1.1.1", "mended");
        Build second = built(part);
        assertThat(second.state()).as(second.problem()).isEqualTo(State.PASSED);
        assertThat(second.key()).endsWith("-2");
        assertThat(second.version()).isEqualTo("1.1.1");
    }

    @Test
    void a_repair_keeps_to_the_numbers_of_its_release() throws Exception {
        repository(
                TourSources.commit("v1.1.0", "ben", BROKEN),
                TourSources.commit("v9.0.0", "ben", Map.of()),
                TourSources.commit("v0.9.0", "ben", Map.of("README.md", "# Old")));
        runs(HERE, revision("1.0.0"));
        PartId part = inBuild("v1.1.0");
        built(part);

        Result major = builds.repair(part, BEN, "v9.0.0", Builds.Cause.PRODUCT, "mended");
        assertThat(rule(major)).isEqualTo("numbering");
        assertThat(((Result.Refused) major).refusal().field()).isEqualTo("tag");
        assertThat(rule(builds.repair(part, BEN, "v0.9.0", Builds.Cause.PRODUCT, "mended")))
                .isEqualTo("downgrades-site");
    }

    @Test
    void the_same_tag_is_built_again_after_trouble_with_the_surroundings() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", BROKEN));
        PartId part = inBuild("v1.1.0");
        built(part);

        done(builds.repair(part, BEN, "v1.1.0", Builds.Cause.INFRASTRUCTURE, "the disk was full"));

        assertThat(builds.order(part).key()).endsWith("-2");
    }

    @Test
    void sources_without_what_a_build_needs_fail_with_a_cause() throws Exception {
        repository(
                TourSources.commit("v1.1.1", "ben", Map.of("slipway.properties", "output=dist\ntest=true\n")),
                TourSources.commit("v1.1.2", "ben", Map.of("build.sh", "#!/bin/sh\ntrue\n")),
                TourSources.commit(
                        "v1.1.3", "ben", Map.of("slipway.properties", "build=true\ntest=true\noutput=../..\n")),
                TourSources.commit(
                        "v1.1.4",
                        "ben",
                        Map.of("slipway.properties", "build=true\ntest=true\noutput=dist\ndocuments=NOTES.md\n")),
                TourSources.commit(
                        "v1.1.5", "ben", Map.of("build.sh", "#!/bin/sh\nmkdir dist; ln -s /etc/passwd dist/p\n")));

        assertThat(problem("v1.1.1")).isEqualTo("slipway.properties does not say 'build'");
        assertThat(problem("v1.1.2")).isEqualTo("the build left no folder 'dist'");
        assertThat(problem("v1.1.3")).contains("is not a plain path");
        assertThat(problem("v1.1.4")).isEqualTo("the sources have no file 'NOTES.md'");
        assertThat(problem("v1.1.5")).contains("leaves 'dist'");
    }

    private String problem(String tag) throws Exception {
        PartId part = inBuild(tag);
        Build build = built(part);
        cancel(part);
        assertThat(build.state()).isEqualTo(State.FAILED);
        return build.problem();
    }

    @Test
    void builds_of_a_release_are_listed_newest_first_and_those_of_other_parts_do_not_count() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", BROKEN), TourSources.commit("v1.1.1", "ben", BROKEN));
        PartId part = inBuild("v1.1.0");
        built(part);
        done(builds.repair(part, BEN, "v1.1.1", Builds.Cause.PRODUCT, "mended"));
        built(part);

        assertThat(builds.page(part.release(), Optional.empty(), 9))
                .extracting(Build::attempt)
                .containsExactly(2, 1);
        assertThat(builds.page(part.release(), Optional.empty(), 1))
                .extracting(Build::attempt)
                .containsExactly(2);
        assertThat(builds.page(part.release(), builds.newest(part), 9))
                .extracting(Build::attempt)
                .containsExactly(1);
        assertThat(builds.newest(new PartId(part.release(), new UnitId("another"))))
                .isEmpty();
    }
}
