package slipway.release.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import slipway.change.Rfc;
import slipway.engine.Decisions;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.policy.Policies;
import slipway.release.ProposedScopes;
import slipway.release.ReleaseEvent;
import slipway.release.ReleaseState;
import slipway.release.ReleaseStory;
import slipway.release.ReleaseType;
import slipway.release.Scopes;
import slipway.release.SubmissionCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;

@SpringJUnitConfig({ConfirmScope.class, ScopeChoices.class, Submissions.class, QualificationTest.Tables.class})
class QualificationTest extends ReleaseStory {
    /** What the tables decided, as the test wants it. */
    static final class Decided implements Decisions, SubmissionCondition {
        private final Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        private Optional<Refusal> against = Optional.empty();

        @Override
        public Optional<Refusal> unmet(ReleaseNumber release) {
            return against;
        }

        @Override
        public List<Map<String, Object>> latest(ReleaseNumber release, String decisionKey) {
            return rows.getOrDefault(decisionKey, List.of());
        }

        @Override
        public List<Map<String, Object>> latest(ReleaseNumber release, String decisionKey, String element) {
            return latest(release, decisionKey);
        }
    }

    /** No component, so that no scan finds it. */
    static class Tables {
        @Bean
        Decided decisions() {
            return new Decided();
        }
    }

    @Autowired
    private ConfirmScope confirmScope;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Decided decided;

    @Autowired
    private ProposedScopes proposed;

    @Autowired
    private Scopes scopes;

    @Autowired
    private Policies policies;

    @BeforeEach
    void tables() {
        decided.rows.clear();
        decides("MINOR");
        decided.against = Optional.empty();
    }

    private void decides(String type) {
        decided.rows.put("release-type", List.of(Map.of("releaseType", type)));
    }

    @Test
    void the_form_offers_rfcs_sources_and_sites_and_chooses_every_site() {
        ReleaseNumber release = drafted();
        Map<String, Object> facts = confirmScope.facts(task(release));
        assertThat(facts).containsEntry("number", release.value()).containsEntry("refusal", "");
        assertThat(facts).containsEntry("rfcs", List.of()).containsEntry("parts", List.of());
        assertThat(values(facts, "approvedRfcs")).contains("RFC-70001", "RFC-70002");
        assertThat(values(facts, "offers")).contains("story-check=v1.2.0", "story-check=v1.1.0", "story-files=v1.0.0");
        assertThat(values(facts, "allSites")).contains("story-zurich", "story-new-york");
        assertThat(facts.get("sites")).isEqualTo(values(facts, "allSites"));
        assertThat(String.valueOf(facts.get("offers"))).contains("label=Story check – v1.2.0");
    }

    @Test
    void several_parts_are_submitted_in_the_order_in_which_a_site_gets_them() {
        ReleaseNumber release = drafted();
        assertThat(confirmScope.complete(
                        task(release),
                        submits(
                                List.of("RFC-70001", "RFC-70002"),
                                List.of("story-files=v1.0.0", "story-check=v1.1.0"),
                                List.of("story-zurich", "story-new-york"))))
                .isEqualTo(new UserTask.Recorded(Map.of("submitted", true, "urgent", false, "highestImpact", "LOW")));
        done(submissions.submit(release));
        assertThat(releases.submitted(release).scope()).isEqualTo(both());
        assertThat(releases.submitted(release).policy()).isEqualTo(policy);
    }

    @Test
    void no_site_chosen_means_every_site() {
        ReleaseNumber release = drafted();
        confirmScope.complete(task(release), submits(List.of("RFC-70001"), List.of("story-check=v1.1.0"), List.of()));
        done(submissions.submit(release));
        assertThat(releases.submitted(release).sites()).contains(ZURICH, NEW_YORK);
        assertThat(releases.submitted(release).sites()).hasSameSizeAs(cmdb.sites());
    }

    @Test
    void what_is_no_scope_is_refused_at_its_field() {
        ReleaseNumber release = drafted();
        refuses(release, submits(List.of(), List.of("story-check=v1.1.0"), List.of()), "scope-complete", "rfcs");
        refuses(release, submits(List.of("RFC-70001"), List.of(), List.of()), "scope-complete", "parts");
        refuses(
                release,
                submits(List.of("RFC-70001"), List.of("story-check=v1.1.0", "story-check=v1.2.0"), List.of()),
                "one-source-a-unit",
                "parts");
        refuses(
                release,
                submits(List.of("RFC-70001"), List.of("story-check=v7"), List.of("story-zurich")),
                "source-of-unit",
                "parts");
    }

    @Test
    void what_is_withdrawn_ends_with_its_reason_whether_it_was_submitted_before_or_not() {
        for (ReleaseNumber release : List.of(drafted(), submitted(checkOnly()))) {
            boolean before = releases.get(release) instanceof SubmittedRelease;
            assertThat(confirmScope.complete(task(release), withdraws()))
                    .isEqualTo(UserTask.Recorded.with("submitted", false));
            assertThat(releases.get(release).state()).isEqualTo(ReleaseState.CANCELLED);
            assertThat(log.latest(release, ReleaseEvent.ReleaseWithdrawn.class))
                    .contains(new ReleaseEvent.ReleaseWithdrawn("Nobody needs it", before));
            assertThat(confirmScope.complete(task(release), withdraws())).isInstanceOf(UserTask.Refused.class);
        }
        assertThat(changes.claimants(new RfcNumber("RFC-70001"))).isEmpty();
    }

    private static Submission withdraws() {
        return new Submission(new Actor("rita"), Map.of("decision", "WITHDRAW", "reason", "Nobody needs it"));
    }

    @Test
    void a_refused_submission_comes_back_filled_in_with_its_reason() {
        ReleaseNumber first = submitted(checkOnly());
        ReleaseNumber release = drafted();
        confirmScope.complete(
                task(release), submits(List.of("RFC-70001"), List.of("story-check=v1.2.0"), List.of("story-zurich")));
        refused(submissions.submit(release), "rfc-in-one-release");
        Map<String, Object> facts = confirmScope.facts(task(release));
        assertThat(facts)
                .containsEntry("rfcs", List.of("RFC-70001"))
                .containsEntry("parts", List.of("story-check=v1.2.0"))
                .containsEntry("sites", List.of("story-zurich"));
        assertThat(String.valueOf(facts.get("refusal"))).contains("RFC-70001", first.value());
        assertThat(log.latest(release, ReleaseEvent.SubmissionRefused.class)).isPresent();
        others.sources.put(CHECK, List.of("v1.3.0"));
        assertThat(confirmScope.facts(task(release))).containsEntry("parts", List.of());
    }

    @Test
    void what_went_back_is_filled_in_as_it_was_submitted() {
        ReleaseNumber release = inBuild(checkOnly());
        moved(release, ReleaseState.SUBMITTED);
        assertThat(confirmScope.facts(task(release)))
                .containsEntry("rfcs", List.of("RFC-70001"))
                .containsEntry("parts", List.of("story-check=v1.1.0"))
                .containsEntry("sites", List.of("story-new-york", "story-zurich"))
                .containsEntry("refusal", "");
    }

    @Test
    void a_number_that_contradicts_the_type_is_found_at_submission() {
        runs(ZURICH, CHECK, "1.0.0");
        others.sources.put(CHECK, List.of("v9.0.0"));
        ReleaseNumber release = drafted();
        confirmScope.complete(
                task(release), submits(List.of("RFC-70001"), List.of("story-check=v9.0.0"), List.of("story-zurich")));
        refused(submissions.submit(release), "numbering");
        decides("MAJOR");
        done(submissions.submit(release));
    }

    @Test
    void a_release_that_comes_back_keeps_the_higher_type_and_passes_its_gates() {
        ReleaseNumber release = drafted();
        done(releases.submit(release, checkOnly(), ReleaseType.MAJOR, policy));
        assertThat(submissions.type(release)).isEqualTo(ReleaseType.MAJOR);
        confirmScope.complete(
                task(release), submits(List.of("RFC-70001"), List.of("story-check=v1.1.0"), List.of("story-zurich")));
        done(submissions.submit(release));
        assertThat(releases.submitted(release).type()).isEqualTo(ReleaseType.MAJOR);
        decides("EMERGENCY");
        refused(submissions.submit(release), "ecab-decides");
    }

    @Test
    void what_other_capabilities_say_against_a_submission_is_heard() {
        ReleaseNumber release = drafted();
        confirmScope.complete(
                task(release), submits(List.of("RFC-70001"), List.of("story-check=v1.1.0"), List.of("story-zurich")));
        decided.against = Optional.of(Refusal.of("gate-unknown", "The gate HOROSCOPE is known to nobody."));
        refused(submissions.submit(release), "gate-unknown");
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.DRAFT);
    }

    @Test
    void where_nobody_says_whether_its_gates_can_be_passed_nothing_is_submitted() {
        ReleaseNumber release = drafted();
        confirmScope.complete(
                task(release), submits(List.of("RFC-70001"), List.of("story-check=v1.1.0"), List.of("story-zurich")));
        refused(
                new Submissions(
                                proposed,
                                scopes,
                                decided,
                                policies,
                                new StaticListableBeanFactory().getBeanProvider(SubmissionCondition.class),
                                releases)
                        .submit(release),
                "no-condition-registered");
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.DRAFT);
    }

    @Test
    void the_scope_is_checked_again_when_it_is_submitted() {
        ReleaseNumber release = drafted();
        confirmScope.complete(
                task(release), submits(List.of("RFC-70001"), List.of("story-check=v1.1.0"), List.of("story-zurich")));
        rfc(FOR_CHECK, CHECK, Rfc.Status.WITHDRAWN);
        refused(submissions.submit(release), "only-approved-rfcs");
        rfc(FOR_CHECK, CHECK, Rfc.Status.APPROVED);
        runs(ZURICH, CHECK, "1.1.0");
        refused(submissions.submit(release), "nothing-new");
    }

    @Test
    void the_highest_impact_and_urgency_of_the_rfcs_decide() {
        changes.register(new Rfc(
                FOR_FILES, "Now", FILES, Rfc.Impact.HIGH, true, Rfc.Status.APPROVED, List.of("It works again.")));
        ReleaseNumber release = drafted();
        assertThat(confirmScope.complete(
                        task(release),
                        submits(
                                List.of("RFC-70001", "RFC-70002"),
                                List.of("story-files=v1.0.0", "story-check=v1.1.0"),
                                List.of("story-zurich"))))
                .isEqualTo(new UserTask.Recorded(Map.of("submitted", true, "urgent", true, "highestImpact", "HIGH")));
    }

    private void refuses(ReleaseNumber release, Submission submission, String rule, String field) {
        assertThat(confirmScope.complete(task(release), submission))
                .isInstanceOfSatisfying(UserTask.Refused.class, no -> {
                    assertThat(no.refusal().rule()).isEqualTo(rule);
                    assertThat(no.refusal().field()).isEqualTo(field);
                });
    }

    private static Submission submits(List<String> rfcs, List<String> parts, List<String> sites) {
        return new Submission(
                new Actor("rita"), Map.of("decision", "SUBMIT", "rfcs", rfcs, "parts", parts, "sites", sites));
    }

    private static TaskContext task(ReleaseNumber release) {
        return new TaskContext(release.value(), "1", QualifyProcess.TASK_CONFIRM_SCOPE, Map.of());
    }

    private static List<String> values(Map<String, Object> facts, String key) {
        return facts.get(key) instanceof List<?> options
                ? options.stream()
                        .map(option -> String.valueOf(((Map<?, ?>) option).get("value")))
                        .toList()
                : List.of();
    }
}
