package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.library.Library.State;
import slipway.shared.Content;
import slipway.shared.PartId;
import slipway.shared.UnitRevision;

class TrialsTest extends AcceptanceStory {
    private static final String GOOD = "#!/bin/sh\necho \"tested $($INSTALLATION/bin/run), version $VERSION\"\n";

    private PartId part(UnitRevision... made) {
        return new PartId(inTest(made), made[0].unit());
    }

    @Test
    void a_revision_is_installed_over_the_newest_of_what_sites_run_and_its_command_runs_there() throws Exception {
        runs(built(UNIT, "1.0.0", State.ACCEPTED, GOOD), ZURICH);
        runs(built(UNIT, "1.0.1", State.ACCEPTED, GOOD), NEW_YORK);
        UnitRevision made = built(UNIT, "1.1.0", State.CHECKED_IN, GOOD);
        PartId part = part(made);

        Finding installed = tried(part, Trial.INSTALLATION).getFirst();
        assertThat(installed.passed()).as(installed.summary()).isTrue();
        assertThat(installed.summary()).isEqualTo("2 files installed over 1.0.1 and read back");
        Finding tested = tried(part, Trial.TESTS).getFirst();
        assertThat(tested.passed()).as(tested.summary() + tested.log()).isTrue();
        assertThat(tested.summary()).isEqualTo("the acceptance tests passed");
        assertThat(tested.log()).isEqualTo("tested 1.1.0, version 1.1.0");
        assertThat(tested.revision()).isEqualTo(made);
        assertThat(environment(part).resolve("workspace")).doesNotExist();
        assertThat(Files.readSymbolicLink(environment(part).resolve("current")))
                .isEqualTo(Path.of("releases", part.release().value()));
    }

    @Test
    void what_sites_run_and_what_was_recalled_is_named_where_it_was_not_installed_over() throws Exception {
        UnitRevision recalled = built(UNIT, "1.0.1", State.ACCEPTED, GOOD);
        runs(recalled, ZURICH, NEW_YORK, SINGAPORE);
        done(library.recall(recalled, SOFIA, "it loses payments"));
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, GOOD));

        assertThat(tried(part, Trial.INSTALLATION).getFirst().summary())
                .startsWith("2 files installed over nothing (and not over what sites run, which was passed over: ")
                .contains("1.0.1", "recalled")
                .endsWith(") and read back");
    }

    @Test
    void each_distinct_predecessor_is_rehearsed_once_nothing_at_all_too() throws Exception {
        UnitRevision old = built(UNIT, "1.0.0", State.ACCEPTED, GOOD);
        UnitRevision newer = built(UNIT, "1.0.1", State.ACCEPTED, GOOD);
        runs(old, ZURICH);
        runs(newer, NEW_YORK);
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, GOOD));
        tried(part, Trial.INSTALLATION);

        List<Finding> rehearsed = tried(part, Trial.BACK_OUT_REHEARSAL);

        assertThat(rehearsed).allMatch(Finding::passed);
        assertThat(rehearsed)
                .extracting(Finding::predecessor)
                .containsExactly(
                        Optional.of(new Content.Known(newer)),
                        Optional.of(new Content.Known(old)),
                        Optional.of(new Content.Absent()));
        assertThat(rehearsed.getLast().summary())
                .startsWith("returned to nothing installed, read back and came forward");
        assertThat(acceptances.findings(part)).hasSize(4);
        assertThat(tried(part, Trial.TESTS).getFirst().passed())
                .as("forward again")
                .isTrue();
    }

    @Test
    void the_first_release_of_a_unit_is_installed_over_nothing_and_goes_back_to_nothing() throws Exception {
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, GOOD));

        assertThat(tried(part, Trial.INSTALLATION).getFirst().summary())
                .isEqualTo("2 files installed over nothing and read back");
        assertThat(tried(part, Trial.BACK_OUT_REHEARSAL)).singleElement().satisfies(finding -> {
            assertThat(finding.passed()).isTrue();
            assertThat(finding.predecessor()).contains(new Content.Absent());
        });
    }

    @Test
    void what_was_altered_in_the_test_environment_is_found_and_gone_at_the_next_installation() throws Exception {
        runs(built(UNIT, "1.0.0", State.ACCEPTED, GOOD), ZURICH, NEW_YORK, SINGAPORE);
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, GOOD));
        tried(part, Trial.INSTALLATION);
        Files.writeString(environment(part).resolve("current/VERSION"), "9");

        assertThat(tried(part, Trial.TESTS).getFirst().summary())
                .isEqualTo("the new revision is not installed: 'VERSION' is altered");
        assertThat(tried(part, Trial.BACK_OUT_REHEARSAL).getFirst()).satisfies(finding -> {
            assertThat(finding.passed()).isFalse();
            assertThat(finding.summary()).contains("failed: forward again, 'VERSION' is altered");
        });
        tried(part, Trial.INSTALLATION);
        assertThat(tried(part, Trial.TESTS).getFirst().passed()).isTrue();
        assertThat(tried(part, Trial.BACK_OUT_REHEARSAL).getFirst().passed()).isTrue();
    }

    @Test
    void what_was_not_installed_is_neither_tested_nor_rehearsed() throws Exception {
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, GOOD));

        assertThat(tried(part, Trial.TESTS).getFirst().summary())
                .isEqualTo("the new revision is not installed: nothing is installed");
    }

    @Test
    void tests_cannot_change_what_they_test() throws Exception {
        PartId part = part(built(
                UNIT, "1.1.0", State.CHECKED_IN, "#!/bin/sh\necho 9 > \"$INSTALLATION/VERSION\" && exit 9\nexit 0\n"));
        tried(part, Trial.INSTALLATION);

        assertThat(tried(part, Trial.TESTS).getFirst().log()).contains("Read-only file system");
    }

    @Test
    void a_failing_command_is_an_outcome() throws Exception {
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, "#!/bin/sh\necho 'case 3 FAILED'; exit 3\n"));
        tried(part, Trial.INSTALLATION);

        Finding failed = tried(part, Trial.TESTS).getFirst();

        assertThat(failed.passed()).isFalse();
        assertThat(failed.summary()).isEqualTo("the acceptance tests ended with exit code 3");
        assertThat(failed.log()).isEqualTo("case 3 FAILED");
    }

    @Test
    void the_other_parts_stand_beside_as_they_will_be() throws Exception {
        UnitRevision made = built(UNIT, "1.1.0", State.CHECKED_IN, GOOD);
        UnitRevision files =
                built(FILES, "2.0.0", State.CHECKED_IN, "#!/bin/sh\necho \"beside $($INSIDE_STORY/bin/run)\"\n");
        runs(built(UNIT, "1.0.0", State.ACCEPTED, GOOD), ZURICH, NEW_YORK, SINGAPORE);
        PartId part = part(files, made);
        tried(part, Trial.INSTALLATION);

        Finding tested = tried(part, Trial.TESTS).getFirst();

        assertThat(tested.log()).isEqualTo("beside 1.1.0");
        assertThat(tested.summary()).isEqualTo("the acceptance tests passed beside inside-story 1.1.0");
    }

    @Test
    void a_required_unit_that_is_no_part_stands_beside_as_the_sites_run_it() throws Exception {
        runs(built(UNIT, "1.0.0", State.ACCEPTED, GOOD), ZURICH);
        PartId part =
                part(built(FILES, "2.0.0", State.CHECKED_IN, "#!/bin/sh\necho \"beside $($INSIDE_STORY/bin/run)\"\n"));
        tried(part, Trial.INSTALLATION);

        assertThat(tried(part, Trial.TESTS).getFirst().log()).isEqualTo("beside 1.0.0");
    }

    @Test
    void a_required_unit_that_runs_nowhere_is_a_failed_test() throws Exception {
        PartId part = part(built(FILES, "2.0.0", State.CHECKED_IN, GOOD));
        tried(part, Trial.INSTALLATION);

        assertThat(tried(part, Trial.TESTS).getFirst()).satisfies(finding -> {
            assertThat(finding.passed()).isFalse();
            assertThat(finding.summary())
                    .startsWith("none of the sites runs inside-story, which inside-files requires");
        });
    }

    @Test
    void a_delivery_may_bring_its_own_command() throws Exception {
        PartId part = part(delivered(
                CODES,
                "2026.11",
                State.CHECKED_IN,
                Map.of("codes", "08101", "acceptance.sh", "#!/bin/sh\ncat \"$INSTALLATION/codes\"\n")));
        tried(part, Trial.INSTALLATION);
        assertThat(tried(part, Trial.TESTS).getFirst().log()).isEqualTo("08101");
    }

    @Test
    void a_delivery_without_a_command_is_left_to_people() throws Exception {
        PartId byHand = part(delivered(CODES, "2026.12", State.CHECKED_IN, Map.of("codes", "08102")));
        tried(byHand, Trial.INSTALLATION);
        assertThat(tried(byHand, Trial.TESTS).getFirst()).satisfies(finding -> {
            assertThat(finding.passed()).isTrue();
            assertThat(finding.summary()).startsWith("no acceptance command was delivered");
            assertThat(finding.log()).isNull();
        });
    }

    @Test
    void what_a_command_left_behind_is_gone_at_the_next_run() throws Exception {
        PartId part = part(built(UNIT, "1.1.0", State.CHECKED_IN, "#!/bin/sh\nmkdir shut && chmod 0 shut\n"));
        tried(part, Trial.INSTALLATION);
        assertThat(tried(part, Trial.TESTS).getFirst().passed()).isTrue();

        assertThat(tried(part, Trial.TESTS).getFirst().passed()).isTrue();
    }
}
