package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.acceptance.AcceptanceEvent.AcceptanceGranted;
import slipway.acceptance.AcceptanceEvent.AcceptanceRefused;
import slipway.acceptance.AcceptanceEvent.TrialsEnded;
import slipway.acceptance.Acceptances.Conclusion;
import slipway.acceptance.Acceptances.Trial;
import slipway.acceptance.TestsChapter.Judged;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.library.Library;
import slipway.release.Dossiers;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class AcceptancesTest extends AcceptanceStory {
    @Autowired
    private AcceptedRevision condition;

    @Autowired
    private Duties duties;

    @Autowired
    private Dossiers dossiers;

    private UnitRevision program;
    private UnitRevision codes;

    @BeforeEach
    void two_revisions() throws Exception {
        program = delivered(
                UNIT, "1.1.0", Library.State.CHECKED_IN, Map.of("run", "1", "acceptance.sh", "#!/bin/sh\necho ok\n"));
        codes = delivered(CODES, "2026.11", Library.State.CHECKED_IN, Map.of("codes", "08101"));
    }

    @Test
    void a_release_is_accepted_when_every_part_passed_and_the_business_wants_it() throws Exception {
        ReleaseNumber release = inTest(program, codes);
        PartId first = new PartId(release, UNIT);
        PartId second = new PartId(release, CODES);
        refused(acceptances.judge(first, TOM, true, "too soon"), "trials-passed");
        triedAll(first);
        triedAll(second);

        done(acceptances.judge(first, TOM, true, "all green"));
        assertThat(acceptances.passed(first)).isTrue();
        assertThat(acceptances.passed(second)).isFalse();
        assertThat(acceptances.everyPartPassed(release)).isFalse();
        refused(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"), "test-verdict-stands");
        refused(acceptances.judge(second, TOM, true, " "), "tested-by-hand-says-how");
        done(acceptances.judge(second, TOM, true, "looked up three banks"));
        assertThat(acceptances.everyPartPassed(release)).isTrue();
        assertThat(state(program)).isEqualTo(Library.State.TESTED);
        assertThat(unmet(release)).contains("is not accepted");
        done(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"));
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.ACCEPTED);

        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.ACCEPTED);
        assertThat(releases.submitted(release).parts()).allMatch(ReleasePart.Accepted.class::isInstance);
        assertThat(List.of(state(program), state(codes))).containsOnly(Library.State.ACCEPTED);
        assertThat(log.latest(release, AcceptanceGranted.class))
                .contains(new AcceptanceGranted(List.of(program, codes)));
        assertThat(unmet(release)).isEqualTo("met");
    }

    @Test
    void exactly_the_part_that_failed_goes_back_and_the_verdict_on_the_other_one_is_kept() throws Exception {
        ReleaseNumber release = inTest(program, codes);
        PartId first = new PartId(release, UNIT);
        PartId second = new PartId(release, CODES);
        triedAll(first);
        triedAll(second);
        done(acceptances.judge(first, TOM, true, "all green"));
        done(acceptances.judge(second, TOM, false, "banks are missing"));

        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);

        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.IN_BUILD);
        assertThat(part(release, UNIT)).isInstanceOf(ReleasePart.Ready.class);
        assertThat(part(release, CODES))
                .isInstanceOfSatisfying(
                        ReleasePart.Rework.class,
                        rework -> assertThat(rework.reason()).isEqualTo("banks are missing"));
        assertThat(log.latest(release, AcceptanceRefused.class))
                .hasValueSatisfying(refused -> assertThat(refused.part()).contains(CODES));
        assertThat(acceptances.findings(second)).isEmpty();

        UnitRevision mended = delivered(CODES, "2026.12", Library.State.CHECKED_IN, Map.of("codes", "08101 08102"));
        done(releases.resource(second, "2026.12", "digest"));
        done(releases.ready(second, mended));
        moved(release, ReleaseState.IN_TEST);
        assertThat(acceptances.passed(first)).isTrue();
        assertThat(acceptances.passed(second)).isFalse();
        triedAll(second);
        done(acceptances.judge(second, TOM, true, "all banks are there"));
        done(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"));
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.ACCEPTED);
    }

    @Test
    void the_business_sends_back_the_parts_that_it_names_or_all() throws Exception {
        ReleaseNumber release = passed();
        refusedAt(acceptances.acceptForBusiness(release, OLGA, false, Set.of(), " "), "opinion");
        refusedAt(acceptances.acceptForBusiness(release, OLGA, false, Set.of(FILES), "ugly"), "again");
        done(acceptances.acceptForBusiness(release, OLGA, false, Set.of(CODES), "nobody finds them"));
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);

        assertThat(part(release, UNIT)).isInstanceOf(ReleasePart.Ready.class);
        assertThat(part(release, CODES)).isInstanceOf(ReleasePart.Rework.class);
        assertThat(refusals(release)).containsExactly("inside-codes was not accepted: nobody finds them");
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.IN_BUILD);
    }

    @Test
    void refusing_without_a_name_sends_back_every_part() throws Exception {
        ReleaseNumber release = passed();
        done(acceptances.acceptForBusiness(release, OLGA, false, Set.of(), "not wanted"));
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);

        assertThat(releases.submitted(release).parts()).allMatch(ReleasePart.Rework.class::isInstance);
    }

    @Test
    void what_nobody_judged_is_judged_again_and_not_made_again() throws Exception {
        ReleaseNumber release = inTest(program);
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);
        assertThat(part(release, UNIT)).isInstanceOf(ReleasePart.Ready.class);
        assertThat(refusals(release)).containsExactly("inside-story was not accepted: nobody judged its tests");

        moved(release, ReleaseState.IN_TEST);
        triedAll(new PartId(release, UNIT));
        done(acceptances.judge(new PartId(release, UNIT), TOM, true, ""));
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);
        assertThat(part(release, UNIT)).isInstanceOf(ReleasePart.Ready.class);
        assertThat(log.latest(release, AcceptanceRefused.class))
                .hasValueSatisfying(refused -> assertThat(refused.part()).isEmpty());
    }

    @Test
    void an_accepted_part_is_tested_again_when_its_way_back_changed_and_only_then() throws Exception {
        ReleaseNumber release = passed();
        done(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"));
        acceptances.conclude(release);
        runs(delivered(UNIT, "1.0.0", Library.State.ACCEPTED, Map.of("run", "0")), ZURICH);
        moved(release, ReleaseState.SUBMITTED);
        done(plans.draft(plan(release)));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        moved(release, ReleaseState.IN_BUILD, ReleaseState.IN_TEST);

        PartId first = new PartId(release, UNIT);
        assertThat(acceptances.passed(new PartId(release, CODES))).isTrue();
        assertThat(acceptances.passed(first)).isFalse();
        refused(acceptances.judge(first, TOM, true, "as before"), "trials-passed");
        triedAll(first);
        done(acceptances.judge(first, TOM, true, "as before"));
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.ACCEPTED);
        assertThat(state(program)).isEqualTo(Library.State.ACCEPTED);
    }

    @Test
    void what_is_recalled_meanwhile_neither_passes_nor_is_accepted_nor_goes_live() throws Exception {
        ReleaseNumber release = passed();
        done(library.recall(program, SOFIA, "leaks"));

        refused(acceptances.judge(new PartId(release, UNIT), TOM, true, ""), "revision-barred");
        assertThat(acceptances.everyPartPassed(release)).isFalse();
        refused(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"), "test-verdict-stands");
        assertThat(acceptances.conclude(release)).isEqualTo(Conclusion.REWORK);
        assertThat(part(release, UNIT)).isInstanceOf(ReleasePart.Rework.class);
        assertThat(part(release, CODES)).isInstanceOf(ReleasePart.Ready.class);
    }

    @Test
    void an_accepted_revision_that_is_recalled_does_not_go_live() throws Exception {
        ReleaseNumber release = passed();
        done(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"));
        acceptances.conclude(release);
        assertThat(unmet(release)).isEqualTo("met");

        done(library.recall(codes, SOFIA, "leaks"));
        assertThat(unmet(release)).contains("recalled");
    }

    @Test
    void without_the_word_of_the_business_nothing_goes_live() throws Exception {
        ReleaseNumber release = passed();
        List.of(program, codes).forEach(revision -> {
            done(library.advance(revision, Library.State.ACCEPTED));
            done(releases.accepted(new PartId(release, revision.unit())));
        });

        assertThat(unmet(release)).contains("business acceptance");
    }

    @Test
    void whoever_built_or_tested_decides_no_further() throws Exception {
        ReleaseNumber release = passed();
        duties.performed(release, Duty.BUILDER, TOM);
        duties.performed(release, Duty.TESTER, OLGA);

        refused(acceptances.judge(new PartId(release, UNIT), TOM, true, ""), "separation-of-duties");
        refused(acceptances.acceptForBusiness(release, OLGA, true, Set.of(), "good"), "separation-of-duties");
    }

    @Test
    void the_dossier_tells_what_was_tried_and_said_and_who_vouches_for_a_delivery() throws Exception {
        ReleaseNumber release = inTest(program, codes);
        PartId second = new PartId(release, CODES);
        deliveries.took(second, codes, "Clearing House AG, ED25519");
        tried(second, Trial.INSTALLATION);
        tried(second, Trial.BACK_OUT_REHEARSAL);

        TestsChapter chapter = dossiers.chapter(release, TestsChapter.class);

        assertThat(chapter.trials())
                .extracting(TestsChapter.Tried::unit, TestsChapter.Tried::trial, TestsChapter.Tried::against)
                .containsExactly(
                        tuple(CODES, "installation", ""), tuple(CODES, "back-out rehearsal", "nothing installed"));
        assertThat(chapter.trials().getFirst().result())
                .isEqualTo("passed: 1 files installed over nothing and read back");
        assertThat(chapter.parts())
                .containsExactly(
                        new Judged(UNIT, "1.1.0", "not judged yet", ""),
                        new Judged(CODES, "2026.11", "not judged yet", "Clearing House AG, ED25519"));
        deliveries.took(second, program, "somebody else");
        assertThat(dossiers.chapter(release, TestsChapter.class)
                        .parts()
                        .getLast()
                        .vouchedBy())
                .isEmpty();
        assertThat(dossiers.chapter(releases.draft(MARA, "Empty", "None"), TestsChapter.class))
                .isEqualTo(new TestsChapter(List.of(), List.of()));
        assertThat(log.latest(release, TrialsEnded.class))
                .hasValueSatisfying(ended -> assertThat(ended.passed()).isTrue());
    }

    private ReleaseNumber passed() throws Exception {
        ReleaseNumber release = inTest(program, codes);
        for (UnitId unit : List.of(UNIT, CODES)) {
            triedAll(new PartId(release, unit));
            done(acceptances.judge(new PartId(release, unit), TOM, true, "tried"));
        }
        return release;
    }

    private List<String> refusals(ReleaseNumber release) {
        return log.of(release).stream()
                .map(EventLog.Entry::event)
                .filter(AcceptanceRefused.class::isInstance)
                .map(Event::words)
                .toList();
    }

    private ReleasePart part(ReleaseNumber release, UnitId unit) {
        return releases.submitted(release).part(unit);
    }

    private Library.State state(UnitRevision revision) {
        return library.find(revision).orElseThrow().state();
    }

    private String unmet(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        return condition.unmet(release).map(no -> no.reason()).orElse("met");
    }
}
