package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;
import static slipway.release.Parts.accepted;
import static slipway.release.Parts.made;
import static slipway.release.Parts.planned;
import static slipway.release.Parts.ready;
import static slipway.release.Parts.rework;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.UnitRevision;

class PartRulesTest {
    private static final UnitRevision REBUILT = new UnitRevision(CHECK, "1.1.1", Digest.of("rebuilt"));

    @Test
    void each_command_has_its_states() {
        only(Set.of(SUBMITTED), state -> PartRules.pin(state, planned(CHECK, 0), "other"));
        only(Set.of(IN_BUILD), state -> PartRules.resource(state, planned(CHECK, 0), "v2", "other"));
        only(Set.of(IN_BUILD), state -> PartRules.ready(state, planned(CHECK, 0), made(CHECK)));
        only(Set.of(IN_TEST, IN_BUILD), state -> PartRules.rework(state, ready(CHECK, 0), "slow"));
        only(Set.of(IN_TEST), state -> PartRules.accepted(state, ready(CHECK, 0)));
    }

    @Test
    void the_refusal_names_the_states_in_which_it_may_be() {
        assertThat(PartRules.rework(SUBMITTED, ready(CHECK, 0), "slow"))
                .isInstanceOfSatisfying(
                        PartRules.Refused.class,
                        no -> assertThat(no.refusal().reason())
                                .isEqualTo(
                                        "Release REL-2026-0001 is submitted; its parts are only sent back while it is"
                                                + " in build or in test."));
    }

    @Test
    void a_pin_that_stays_the_same_keeps_what_was_made() {
        for (ReleasePart part : List.of(planned(CHECK, 0), rework(CHECK, 0), ready(CHECK, 0), accepted(CHECK, 0))) {
            becomes(PartRules.pin(SUBMITTED, part, "commit"), part);
        }
    }

    @Test
    void a_tag_that_names_other_content_is_made_anew() {
        ReleasePart again = new ReleasePart.Planned(new PartId(Parts.RELEASE, CHECK), 0, "v1.1.0", "moved");
        for (ReleasePart part : List.of(planned(CHECK, 0), rework(CHECK, 0), ready(CHECK, 0), accepted(CHECK, 0))) {
            becomes(PartRules.pin(SUBMITTED, part, "moved"), again);
        }
        refused(PartRules.pin(SUBMITTED, planned(CHECK, 0), " "), "source-unpinned");
    }

    @Test
    void a_repair_may_come_from_another_source_but_not_for_what_is_made() {
        ReleasePart repaired = new ReleasePart.Planned(new PartId(Parts.RELEASE, CHECK), 0, "v1.1.1", "other");
        becomes(PartRules.resource(IN_BUILD, planned(CHECK, 0), "v1.1.1", "other"), repaired);
        becomes(PartRules.resource(IN_BUILD, rework(CHECK, 0), "v1.1.1", "other"), repaired);
        refused(PartRules.resource(IN_BUILD, ready(CHECK, 0), "v1.1.1", "other"), "part-is-made");
        refused(PartRules.resource(IN_BUILD, accepted(CHECK, 0), "v1.1.1", "other"), "part-is-made");
        refused(PartRules.resource(IN_BUILD, planned(CHECK, 0), " ", "other"), "tag-required");
        refused(PartRules.resource(IN_BUILD, planned(CHECK, 0), "v1.1.1", ""), "source-unpinned");
    }

    @Test
    void what_is_made_is_ready_once() {
        becomes(PartRules.ready(IN_BUILD, planned(CHECK, 0), made(CHECK)), ready(CHECK, 0));
        becomes(PartRules.ready(IN_BUILD, ready(CHECK, 0), made(CHECK)), ready(CHECK, 0));
        becomes(PartRules.ready(IN_BUILD, accepted(CHECK, 0), made(CHECK)), accepted(CHECK, 0));
        refused(PartRules.ready(IN_BUILD, ready(CHECK, 0), REBUILT), "part-is-made");
        refused(PartRules.ready(IN_BUILD, accepted(CHECK, 0), REBUILT), "part-is-made");
        refused(PartRules.ready(IN_BUILD, rework(CHECK, 0), REBUILT), "part-to-repair");
        refused(PartRules.ready(IN_BUILD, planned(CHECK, 0), made(FILES)), "revision-of-part");
        ReleasePart unpinned = new ReleasePart.Planned(new PartId(Parts.RELEASE, CHECK), 0, "v1.1.0", "");
        refused(PartRules.ready(IN_BUILD, unpinned, made(CHECK)), "source-unpinned");
    }

    @Test
    void the_refusal_names_what_is_made_already() {
        assertThat(PartRules.resource(IN_BUILD, ready(CHECK, 0), "v2", "other"))
                .isInstanceOfSatisfying(
                        PartRules.Refused.class,
                        no -> assertThat(no.refusal().reason())
                                .startsWith("Part REL-2026-0001/iban-check is made already as iban-check 1.1.0 ("));
    }

    @Test
    void only_what_is_made_is_sent_back_and_for_a_reason() {
        ReleasePart sentBack =
                new ReleasePart.Rework(new PartId(Parts.RELEASE, CHECK), 0, "v1.1.0", "commit", "too slow");
        becomes(PartRules.rework(IN_TEST, ready(CHECK, 0), "too slow"), sentBack);
        becomes(PartRules.rework(IN_BUILD, accepted(CHECK, 0), "too slow"), sentBack);
        refused(PartRules.rework(IN_TEST, rework(CHECK, 0), "too slow"), "part-not-ready");
        refused(PartRules.rework(IN_TEST, planned(CHECK, 0), "too slow"), "part-not-ready");
        refused(PartRules.rework(IN_TEST, ready(CHECK, 0), " "), "reason-required");
    }

    @Test
    void only_what_is_made_is_accepted_and_once() {
        becomes(PartRules.accepted(IN_TEST, ready(CHECK, 0)), accepted(CHECK, 0));
        becomes(PartRules.accepted(IN_TEST, accepted(CHECK, 0)), accepted(CHECK, 0));
        refused(PartRules.accepted(IN_TEST, planned(CHECK, 0)), "part-not-ready");
        refused(PartRules.accepted(IN_TEST, rework(CHECK, 0)), "part-not-ready");
    }

    @Test
    void a_part_says_how_far_it_is() {
        assertThat(List.of(planned(CHECK, 0), rework(CHECK, 0), ready(CHECK, 0), accepted(CHECK, 0)))
                .extracting(PartRules::words)
                .containsExactly("planned", "sent back: too slow", "ready", "accepted");
    }

    private static void only(Set<ReleaseState> states, Function<ReleaseState, PartRules.Answer> command) {
        for (ReleaseState state : EnumSet.allOf(ReleaseState.class)) {
            if (states.contains(state)) {
                assertThat(command.apply(state)).as(state.name()).isInstanceOf(PartRules.Becomes.class);
            } else {
                refused(command.apply(state), "state-table");
            }
        }
    }

    private static void becomes(PartRules.Answer answer, ReleasePart part) {
        assertThat(answer).isEqualTo(new PartRules.Becomes(part));
    }

    private static void refused(PartRules.Answer answer, String rule) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PartRules.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo(rule));
    }
}
