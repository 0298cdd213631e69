package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import slipway.build.BuildEvent.ProposalRefused;
import slipway.build.BuildEvent.ScanHeld;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.release.Offers;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.TourSources;

class CheckInsTest extends BuildStory {
    private static final UnitId DIRECTORY = new UnitId("delivered-directory");

    @Autowired
    Deliveries deliveries;

    @Autowired
    Remains remains;

    private ReleasePart part(PartId id) {
        return releases.submitted(id.release()).part(id.unit());
    }

    @Test
    void what_was_built_is_kept_and_not_what_the_repository_holds_since() throws Exception {
        Path bare = repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        built(part);
        Scratch.wipe(bare);

        checkedIn(part);

        assertThat(releases.submitted(part.release()).part(PROGRAM)).isInstanceOf(ReleasePart.Ready.class);
    }

    @Test
    void what_a_build_wrote_is_removed_when_it_is_on_record_what_became_of_it() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        built(part);
        Path log = builds.log(builds.latest(part).key());
        CheckIns.Deposit deposit = checkIns.deposit(part);
        remains.leftBehind();
        assertThat(log.resolveSibling("workspace")).isDirectory();

        checkIns.propose(part, deposit);
        assertThat(log.resolveSibling("workspace")).isDirectory();
        TransactionSynchronizationUtils.triggerAfterCommit();

        assertThat(log.resolveSibling("workspace")).doesNotExist();
        assertThat(log.resolveSibling("sources.tar")).doesNotExist();
        assertThat(log).exists();
        Files.createDirectories(log.resolveSibling("workspace"));
        remains.leftBehind();
        assertThat(log.resolveSibling("workspace")).doesNotExist();
    }

    @Test
    void a_planned_release_begins_to_be_built_once_and_says_how_many_parts_it_has() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        ReleaseNumber release = planned(Map.of(PROGRAM, "v1.1.0"));

        assertThat(checkIns.begin(release)).isEqualTo(1);
        assertThat(checkIns.begin(release)).isEqualTo(1);

        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.IN_BUILD);
    }

    @Test
    void a_release_that_is_not_planned_does_not_begin() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        cancel(part);

        assertThatThrownBy(() -> checkIns.begin(part.release())).hasMessageContaining("state-table");
        assertThatThrownBy(() -> builds.order(part)).hasMessageContaining("is not to be made");
    }

    @Test
    void what_was_built_enters_the_library_with_its_sources_and_makes_its_part_ready() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        UnitRevision revision = built(part).revision();

        done(proposed(part));
        done(proposed(part));
        assertThat(checkIns.proposed(part)).isEqualTo(revision);
        done(checkIns.attestScan(part, SOFIA, true, "clamd 1.4", ""));
        assertThat(rule(checkIns.conclude(part.release()))).isEqualTo("parts-ready");
        answered(part);
        done(checkIns.checkIn(part));
        done(checkIns.conclude(part.release()));

        assertThat(releases.get(part.release()).state()).isEqualTo(ReleaseState.IN_TEST);
        assertThat(part(part).revision()).contains(revision);
        assertThat(library.find(revision)).hasValueSatisfying(holding -> {
            assertThat(holding.state()).isEqualTo(Library.State.CHECKED_IN);
            assertThat(holding.companions().keySet())
                    .containsExactlyInAnyOrder("sources.tar", "manifest.txt", "build.log", "README.md", "CHANGELOG.md");
        });
    }

    @Test
    void a_release_goes_to_test_when_each_of_its_parts_is_ready() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        VendorDesk desk = VendorDesk.ecdsa(folder.resolve("vendor"));
        desk.deliver("2026.11", Map.of("codes", "08101"));
        cmdb.registerUnit(new Unit.Software(DIRECTORY, "Directory", desk.vendor()));
        List<PartId> parts = inBuild(Map.of(PROGRAM, "v1.1.0", DIRECTORY, "2026.11"));
        PartId program = new PartId(parts.getFirst().release(), PROGRAM);
        PartId directory = new PartId(parts.getFirst().release(), DIRECTORY);

        built(program);
        checkedIn(program);
        assertThat(rule(checkIns.conclude(program.release()))).isEqualTo("parts-ready");
        String key = deliveries.order(directory).key();
        deliveries.record(key, deliveries.inspect(key));
        checkedIn(directory);
        done(checkIns.conclude(program.release()));

        assertThat(deliveries.latest(directory).vouchedBy()).contains("ECDSA P-256");
        assertThat(checkIns.select(program.release(), part(program).place()))
                .isEqualTo(new PartToMake(program, true, false, HowMade.REPOSITORY));
    }

    @Test
    void a_part_that_was_sent_back_is_selected_for_repair() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        built(part);
        checkedIn(part);
        done(checkIns.conclude(part.release()));
        done(releases.rework(part, "the report is slow"));
        done(releases.move(part.release(), ReleaseState.IN_BUILD));

        checkIns.begin(part.release());

        assertThat(checkIns.select(part.release(), 0)).isEqualTo(new PartToMake(part, false, true, HowMade.REPOSITORY));
        done(builds.repair(part, BEN, "v1.1.0", Builds.Cause.INFRASTRUCTURE, "the test machine was slow"));
        built(part);
        checkedIn(part);
        assertThat(part(part)).isInstanceOf(ReleasePart.Ready.class);
    }

    @Test
    void a_version_that_is_taken_is_told_to_who_repairs() throws Exception {
        repository(
                TourSources.commit("v1.1.0", "ben", Map.of()),
                TourSources.commit("1.1.0", "ben", Map.of("README.md", "# Other")));
        PartId part = inBuild("v1.1.0");
        built(part);
        done(proposed(part));
        done(builds.repair(part, BEN, "1.1.0", Builds.Cause.PRODUCT, "mended"));
        Build second = built(part);

        assertThat(rule(proposed(part))).isEqualTo("version-taken");

        assertThat(builds.latest(part).problem()).containsIgnoringCase("version 1.1.0 of built-program is taken");
        assertThat(told(part.release(), ProposalRefused.class).reason())
                .isEqualTo(builds.latest(part).problem());
        assertThat(library.find(second.revision())).isEmpty();
    }

    @Test
    void what_a_scan_found_is_told_to_who_repairs_and_never_checked_in() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        built(part);
        done(proposed(part));

        assertThat(rule(checkIns.attestScan(part, SOFIA, false, " ", ""))).isEqualTo("scanner-missing");
        assertThat(builds.latest(part).problem()).isEmpty();
        done(checkIns.attestScan(part, SOFIA, false, "clamd 1.4", "Eicar in bin/iban-check"));

        assertThat(builds.latest(part).problem()).contains("is in quarantine: Eicar in bin/iban-check");
        assertThat(told(part.release(), ScanHeld.class).words()).contains("clamd 1.4", "Eicar in bin/iban-check");
        answered(part);
        assertThat(rule(checkIns.checkIn(part))).isNotIn("done", "authors-unknown");
        assertThat(part(part).revision()).isEmpty();
    }

    @Test
    void a_kind_that_nobody_can_make_yet_is_named() throws Exception {
        UnitId course = new UnitId("teller-course");
        cmdb.registerUnit(new Unit.Training(course, "Course for tellers"));

        assertThat(checkIns.undeliverable(new PartId(new ReleaseNumber("REL-2026-0001"), course)))
                .satisfies(no -> {
                    assertThat(no.rule()).isEqualTo("kind-not-delivered-yet");
                    assertThat(no.reason()).contains("Course for tellers is of the kind TRAINING");
                });
        assertThat(offers.pin(course, "v1")).isInstanceOf(Offers.Unpinnable.class);
        assertThat(offers.of(course)).isEmpty();
    }
}
