package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static slipway.release.ReleaseState.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Rfc;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

class StoredReleasesTest extends ReleaseStory {
    private static final Refusal HELD = Refusal.of("site-held", "REL-2026-0099 holds story-zurich.");

    @Autowired
    private Duties duties;

    @Test
    void a_draft_has_a_number_a_requester_and_nothing_else() {
        ReleaseNumber release = drafted();
        assertThat(releases.get(release)).isInstanceOfSatisfying(Release.Unsubmitted.class, draft -> {
            assertThat(draft.title()).isEqualTo("Check faster");
            assertThat(draft.state()).isEqualTo(DRAFT);
        });
        assertThat(duties.performers(release, Duty.REQUESTER)).containsExactly(MARA);
        assertThat(log.latest(release, ReleaseEvent.ReleaseDrafted.class)).isPresent();
        assertThatIllegalStateException().isThrownBy(() -> releases.submitted(release));
        assertThatIllegalArgumentException().isThrownBy(() -> releases.get(ReleaseNumber.of(1999, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> releases.move(ReleaseNumber.of(1999, 1), CANCELLED));
    }

    @Test
    void submission_freezes_type_policy_parts_rfcs_and_sites() {
        ReleaseNumber release = submitted(both());
        SubmittedRelease stored = releases.submitted(release);
        assertThat(stored.state()).isEqualTo(SUBMITTED);
        assertThat(stored.type()).isEqualTo(ReleaseType.MINOR);
        assertThat(stored.policy()).isEqualTo(policy);
        assertThat(stored.scope()).isEqualTo(both());
        assertThat(stored.parts())
                .containsExactly(
                        new ReleasePart.Planned(new PartId(release, CHECK), 0, "v1.1.0", ""),
                        new ReleasePart.Planned(new PartId(release, FILES), 1, "v1.0.0", ""));
        assertThat(log.latest(release, ReleaseEvent.ReleaseSubmitted.class)).hasValueSatisfying(event -> {
            assertThat(event.units()).containsExactly(CHECK, FILES);
            assertThat(event.rfcs()).containsExactly(FOR_CHECK, FOR_FILES);
            assertThat(event.sites()).containsExactly(NEW_YORK, ZURICH);
        });
    }

    @Test
    void one_rfc_stands_in_one_open_release_at_a_site() {
        ReleaseNumber first = submitted(checkOnly());
        ReleaseNumber second = drafted();
        refused(releases.submit(second, checkOnly(), ReleaseType.MINOR, policy), "rfc-in-one-release");
        assertThat(releases.get(second).state()).isEqualTo(DRAFT);
        moved(first, CANCELLED);
        done(releases.submit(second, checkOnly(), ReleaseType.MINOR, policy));
        assertThat(changes.claimants(FOR_CHECK)).containsExactly(second);
    }

    @Test
    void only_approved_rfcs_are_submitted() {
        rfc(FOR_CHECK, CHECK, Rfc.Status.WITHDRAWN);
        refused(releases.submit(drafted(), checkOnly(), ReleaseType.MINOR, policy), "only-approved-rfcs");
    }

    @Test
    void only_a_draft_or_what_went_back_is_submitted() {
        ReleaseNumber release = inBuild(checkOnly());
        refused(releases.submit(release, checkOnly(), ReleaseType.MINOR, policy), "state-table");
    }

    @Test
    void a_second_submission_keeps_what_was_made_and_never_lowers_the_type() {
        ReleaseNumber release = accepted(both());
        moved(release, SUBMITTED);
        Scope without = scope(Set.of(FOR_FILES), new PartScope(FILES, "v1.0.0"));
        done(releases.submit(release, without, ReleaseType.MAJOR, policy + 1));
        SubmittedRelease stored = releases.submitted(release);
        assertThat(stored.parts())
                .containsExactly(new ReleasePart.Accepted(
                        new PartId(release, FILES), 0, "v1.0.0", "pin-of-v1.0.0", revision(FILES, "1.1.0")));
        assertThat(stored.rfcs()).containsExactly(FOR_FILES);
        assertThat(stored.type()).isEqualTo(ReleaseType.MAJOR);
        assertThat(stored.policy()).isEqualTo(policy);
        assertThat(changes.claimants(FOR_CHECK)).isEmpty();
        done(releases.submit(release, both(), ReleaseType.MINOR, policy));
        assertThat(releases.submitted(release).type()).isEqualTo(ReleaseType.MAJOR);
        assertThat(releases.submitted(release).part(0))
                .isEqualTo(new ReleasePart.Planned(new PartId(release, CHECK), 0, "v1.1.0", ""));
    }

    @Test
    void a_part_goes_from_its_source_to_its_acceptance() {
        ReleaseNumber release = submitted(checkOnly());
        PartId part = new PartId(release, CHECK);
        refused(releases.ready(part, revision(CHECK, "1.1.0")), "state-table");
        done(releases.pin(part, "4f2a"));
        moved(release, PLANNED, IN_BUILD);
        done(releases.resource(part, "v1.2.0", "77cc"));
        refused(releases.move(release, IN_TEST), "parts-ready");
        done(releases.ready(part, made(CHECK, "1.2.0")));
        moved(release, IN_TEST);
        done(releases.rework(part, "too slow"));
        refused(releases.move(release, ACCEPTED), "parts-accepted");
        moved(release, IN_BUILD);
        assertThat(releases.submitted(release).part(CHECK))
                .isEqualTo(new ReleasePart.Rework(part, 0, "v1.2.0", "77cc", "too slow"));
        done(releases.resource(part, "v1.2.1", "88dd"));
        done(releases.ready(part, made(CHECK, "1.2.1")));
        moved(release, IN_TEST);
        done(releases.accepted(part));
        moved(release, ACCEPTED);
        assertThat(releases.submitted(release).revisions()).containsExactly(revision(CHECK, "1.2.1"));
        assertThat(releases.part(part).revision()).contains(revision(CHECK, "1.2.1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> releases.part(new PartId(release, FILES)))
                .withMessageContaining(FILES.value());
        assertThat(log.latest(release, ReleaseEvent.ReleaseMoved.class))
                .contains(new ReleaseEvent.ReleaseMoved(IN_TEST, ACCEPTED));
        assertThat(log.of(release))
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .contains("PartPinned", "PartResourced", "PartReady", "PartSentBack", "PartAccepted");
    }

    @Test
    void what_changes_nothing_is_told_once() {
        ReleaseNumber release = submitted(checkOnly());
        PartId part = new PartId(release, CHECK);
        done(releases.pin(part, "4f2a"));
        done(releases.pin(part, "4f2a"));
        assertThat(log.of(release))
                .filteredOn(entry -> entry.event() instanceof ReleaseEvent.PartPinned)
                .singleElement()
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo(CHECK.value()));
    }

    @Test
    void the_go_reserves_what_the_release_needs_or_says_who_holds_it() {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED);
        others.reserving = Optional.of(HELD);
        assertThat(releases.move(release, AUTHORISED)).isEqualTo(new Result.Refused(HELD));
        assertThat(releases.get(release).state()).isEqualTo(SCHEDULED);
        others.reserving = Optional.empty();
        moved(release, AUTHORISED, PREPARED);
        assertThat(others.reserved).containsExactly(release);
        moved(release, SCHEDULED);
        assertThat(others.reserved).isEmpty();
        moved(release, AUTHORISED, CANCELLED);
        assertThat(others.reserved).isEmpty();
        assertThat(changes.claimants(FOR_CHECK)).isEmpty();
    }

    @Test
    void a_step_towards_the_sites_waits_for_what_is_decided_before_it_and_a_step_back_does_not() {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED);
        others.undecided.put(AUTHORISED, Refusal.of("gate-open", "Security has not decided."));
        others.undecided.put(IN_BUILD, Refusal.of("gate-open", "Nobody has decided."));
        refused(releases.move(release, AUTHORISED), "gate-open");
        assertThat(others.reserved).isEmpty();
        moved(release, IN_BUILD);
        others.undecided.put(IN_TEST, Refusal.of("gate-open", "Nobody has decided."));
        refused(releases.move(release, IN_TEST), "gate-open");
        others.undecided.put(CANCELLED, Refusal.of("gate-open", "Nobody has decided."));
        moved(release, CANCELLED);
    }

    @Test
    void nothing_goes_live_while_a_condition_is_open() {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);
        others.goLive = Optional.of(Refusal.of("gate-open", "No go."));
        refused(releases.move(release, IN_ROLLOUT), "gate-open");
        others.goLive = Optional.empty();
        moved(release, IN_ROLLOUT);
    }

    @Test
    void what_was_stopped_goes_on_where_it_was_stopped() {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED, IN_ROLLOUT, DEPLOYED, POST_AUDITED, PAUSED);
        assertThat(releases.submitted(release).stoppedIn()).contains(POST_AUDITED);
        refused(releases.move(release, IN_ROLLOUT), "state-table");
        moved(release, POST_AUDITED);
        assertThat(releases.submitted(release).stoppedIn()).isEmpty();
        moved(release, PAUSED, BACKING_OUT, POST_AUDITED);
    }

    @Test
    void only_a_rollout_is_given_up_and_it_lets_go_of_everything() {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);
        refused(releases.giveUp(release), "state-table");
        moved(release, IN_ROLLOUT);
        refused(releases.move(release, CANCELLED), "state-table");
        done(releases.giveUp(release));
        assertThat(releases.get(release).state()).isEqualTo(CANCELLED);
        assertThat(others.reserved).isEmpty();
        assertThat(changes.claimants(FOR_CHECK)).isEmpty();
    }

    @Test
    void it_closes_with_its_outcome_when_every_condition_holds() {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED, IN_ROLLOUT, DEPLOYED, POST_AUDITED, EARLY_LIFE);
        refused(releases.close(release, Outcome.SUCCESS), "state-table");
        moved(release, REVIEWED);
        others.closing = Optional.of(Refusal.of("findings-open", "One finding is open."));
        refused(releases.close(release, Outcome.SUCCESS), "findings-open");
        others.closing = Optional.empty();
        done(releases.close(release, Outcome.WITH_ISSUES));
        SubmittedRelease closed = releases.submitted(release);
        assertThat(closed.state()).isEqualTo(CLOSED);
        assertThat(closed.outcome()).contains(Outcome.WITH_ISSUES);
        assertThat(others.reserved).isEmpty();
        assertThat(changes.claimants(FOR_CHECK)).isEmpty();
        assertThat(log.latest(release, ReleaseEvent.ReleaseClosed.class))
                .contains(new ReleaseEvent.ReleaseClosed(Outcome.WITH_ISSUES));
    }

    @Test
    void pages_are_newest_first_and_follow_by_key() {
        ReleaseNumber first = drafted();
        ReleaseNumber second = submitted(both());
        ReleaseNumber third = drafted();
        assertThat(numbers(releases.page(Optional.empty(), 2))).containsExactly(third, second);
        assertThat(numbers(releases.page(Optional.of(second), 1))).containsExactly(first);
        assertThat(releases.page(Optional.empty(), 2).getLast())
                .isInstanceOfSatisfying(
                        SubmittedRelease.class,
                        known -> assertThat(known.scope()).isEqualTo(both()));
        assertThatIllegalArgumentException().isThrownBy(() -> releases.page(Optional.of(ReleaseNumber.of(1999, 1)), 1));
    }

    private static List<ReleaseNumber> numbers(List<Release> page) {
        return page.stream().map(Release::number).toList();
    }

    @Test
    void open_releases_of_a_unit_are_found_until_they_end_or_leave_it_out() {
        ReleaseNumber first = submitted(checkOnly());
        ReleaseNumber second = submitted(scope(Set.of(FOR_FILES), new PartScope(FILES, "v1.0.0")));
        drafted();
        assertThat(releases.open(CHECK)).extracting(SubmittedRelease::number).containsExactly(first);
        assertThat(releases.open(FILES)).extracting(SubmittedRelease::number).containsExactly(second);
        moved(first, CANCELLED);
        assertThat(releases.open(CHECK)).isEmpty();
        done(releases.submit(second, both(), ReleaseType.MINOR, policy));
        assertThat(releases.open(CHECK)).extracting(SubmittedRelease::number).containsExactly(second);
        done(releases.submit(second, checkOnly(), ReleaseType.MINOR, policy));
        assertThat(releases.open(FILES)).isEmpty();
    }
}
