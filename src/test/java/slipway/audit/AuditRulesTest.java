package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.release.ReleaseState;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class AuditRulesTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 42);
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final AuditItem BASEL = new AuditItem(new SiteId("basel"), new UnitId("iban-check"));
    private static final AuditItem OSLO = new AuditItem(new SiteId("oslo"), new UnitId("iban-check"));
    private static final Set<ReleaseState> AFTER =
            EnumSet.of(ReleaseState.DEPLOYED, ReleaseState.BACKING_OUT, ReleaseState.BACKOUT_FAILED);

    @ParameterizedTest
    @EnumSource
    void an_audit_is_due_when_people_are_prepared_and_when_the_rollout_is_over(ReleaseState state) {
        assertThat(AuditRules.notDue(RELEASE, state, Phase.BEFORE, 1).isEmpty())
                .isEqualTo(state == ReleaseState.PREPARED);
        assertThat(AuditRules.notDue(RELEASE, state, Phase.AFTER, 1).isEmpty()).isEqualTo(AFTER.contains(state));
    }

    @Test
    void before_a_rollout_there_must_be_a_site_and_after_it_there_need_not() {
        assertThat(AuditRules.notDue(RELEASE, ReleaseState.PREPARED, Phase.BEFORE, 0))
                .isPresent();
        assertThat(AuditRules.notDue(RELEASE, ReleaseState.DEPLOYED, Phase.AFTER, 0))
                .isEmpty();
    }

    @Test
    void only_what_was_seen_altogether_and_without_findings_is_signed() {
        Finding finding = new Finding(BASEL.site(), BASEL.unit(), FindingKind.ALTERED, "notes.txt", "a", "b");
        assertThat(AuditRules.unsignable(report(3, 2, 0), Optional.empty()))
                .hasValueSatisfying(no -> assertThat(no.reason()).startsWith("1 of 3 parts"));
        assertThat(AuditRules.unsignable(report(3, 3, 7), Optional.of(finding)))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("7 finding(s)", "notes.txt"));
        assertThat(AuditRules.unsignable(report(3, 3, 0), Optional.empty())).isEmpty();
    }

    @Test
    void a_signature_counts_for_exactly_what_was_seen_and_not_before_the_schedule() {
        Set<AuditItem> both = Set.of(BASEL, OSLO);
        assertThat(met(true, both, both, NOON)).isTrue();
        assertThat(met(false, both, both, NOON)).isFalse();
        assertThat(met(true, Set.of(BASEL), both, NOON)).isFalse();
        assertThat(met(true, both, Set.of(BASEL), NOON)).isFalse();
        assertThat(met(true, both, both, NOON.plusMillis(1))).isFalse();
        assertThat(AuditRules.unmet(RELEASE, Phase.AFTER, Optional.empty(), NOON, both))
                .isPresent();
    }

    @Test
    void no_site_at_all_may_close_a_release_and_never_lets_one_go_live() {
        Optional<AuditRules.Signature> signed = Optional.of(new AuditRules.Signature(NOON, true, Set.of()));
        assertThat(AuditRules.unmet(RELEASE, Phase.AFTER, signed, NOON, Set.of()))
                .isEmpty();
        assertThat(AuditRules.unmet(RELEASE, Phase.BEFORE, signed, NOON, Set.of()))
                .isPresent();
    }

    @Test
    void each_phase_leads_to_its_state() {
        assertThat(AuditRules.after(Phase.BEFORE)).isEqualTo(ReleaseState.PRE_AUDITED);
        assertThat(AuditRules.after(Phase.AFTER)).isEqualTo(ReleaseState.POST_AUDITED);
    }

    @Test
    void a_signature_is_worth_nothing_once_something_else_is_seen() {
        Digest then = Digest.of("then");

        assertThat(AuditRules.signed(Optional.of(then), then)).isTrue();
        assertThat(AuditRules.signed(Optional.of(then), Digest.of("now"))).isFalse();
        assertThat(AuditRules.signed(Optional.empty(), then)).isFalse();
        assertThat(AuditRules.unrecordable(RELEASE, Phase.BEFORE, Optional.of(then), then))
                .isEmpty();
        assertThat(AuditRules.unrecordable(RELEASE, Phase.AFTER, Optional.of(then), Digest.of("now")))
                .contains(Refusal.of(
                        "audit-not-signed",
                        "The newest audit after the rollout of " + RELEASE
                                + " is not signed as it is; have an auditor sign it."));
    }

    private static boolean met(boolean signed, Set<AuditItem> seen, Set<AuditItem> wanted, Instant since) {
        Optional<AuditRules.Signature> newest = Optional.of(new AuditRules.Signature(NOON, signed, seen));
        return AuditRules.unmet(RELEASE, Phase.BEFORE, newest, since, wanted).isEmpty()
                && AuditRules.unmet(RELEASE, Phase.AFTER, newest, since, wanted).isEmpty();
    }

    private static AuditReport report(int ordered, int seen, int findings) {
        return new AuditReport(1, RELEASE, Phase.BEFORE, NOON, ordered, seen, findings);
    }
}
