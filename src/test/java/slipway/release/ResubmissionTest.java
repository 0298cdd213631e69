package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;
import static slipway.release.Parts.accepted;
import static slipway.release.Parts.planned;
import static slipway.release.Parts.ready;
import static slipway.release.Parts.release;
import static slipway.release.Parts.rework;
import static slipway.release.Parts.sites;
import static slipway.release.ReleaseState.SUBMITTED;
import static slipway.release.ReleaseType.EMERGENCY;
import static slipway.release.ReleaseType.MAJOR;
import static slipway.release.ReleaseType.MINOR;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.PartId;
import slipway.shared.RfcNumber;

class ResubmissionTest {
    private static final PartScope SAME_CHECK = new PartScope(CHECK, "v1.1.0");
    private static final PartScope SAME_FILES = new PartScope(FILES, "v1.1.0");

    @Test
    void the_first_submission_plans_every_part_in_the_order_of_the_scope() {
        assertThat(Resubmission.parts(Parts.RELEASE, List.of(), scope(SAME_FILES, SAME_CHECK)))
                .containsExactly(unpinned(SAME_FILES, 0), unpinned(SAME_CHECK, 1));
    }

    @Test
    void an_untouched_part_is_as_far_as_it_was_and_takes_its_new_place() {
        for (List<ReleasePart> parts : List.of(
                List.<ReleasePart>of(planned(CHECK, 0), planned(CHECK, 1)),
                List.<ReleasePart>of(rework(CHECK, 0), rework(CHECK, 1)),
                List.<ReleasePart>of(ready(CHECK, 0), ready(CHECK, 1)),
                List.<ReleasePart>of(accepted(CHECK, 0), accepted(CHECK, 1)))) {
            assertThat(Resubmission.parts(Parts.RELEASE, List.of(parts.getFirst()), scope(SAME_FILES, SAME_CHECK)))
                    .containsExactly(unpinned(SAME_FILES, 0), parts.getLast());
        }
    }

    @Test
    void a_part_of_another_source_is_made_anew_and_one_that_left_is_gone() {
        PartScope later = new PartScope(CHECK, "v1.1.1");
        assertThat(Resubmission.parts(Parts.RELEASE, List.of(accepted(FILES, 0), accepted(CHECK, 1)), scope(later)))
                .containsExactly(unpinned(later, 0));
    }

    @Test
    void the_type_is_never_lowered() {
        Optional<SubmittedRelease> minor = Optional.of(release(SUBMITTED, planned(CHECK, 0)));
        assertThat(Resubmission.type(Optional.empty(), MINOR)).isEqualTo(MINOR);
        assertThat(Resubmission.type(minor, MAJOR)).isEqualTo(MAJOR);
        assertThat(Resubmission.type(minor, MINOR)).isEqualTo(MINOR);
        assertThat(MINOR.atLeast(MAJOR)).isEqualTo(MAJOR);
        assertThat(MAJOR.atLeast(MINOR)).isEqualTo(MAJOR);
        assertThat(MAJOR.atLeast(EMERGENCY)).isEqualTo(EMERGENCY);
    }

    @Test
    void the_policy_stays_the_one_that_was_bound_first() {
        assertThat(Resubmission.policy(Optional.of(release(SUBMITTED, planned(CHECK, 0))), 9))
                .isEqualTo(3);
        assertThat(Resubmission.policy(Optional.empty(), 9)).isEqualTo(9);
    }

    private static ReleasePart unpinned(PartScope part, int place) {
        return new ReleasePart.Planned(new PartId(Parts.RELEASE, part.unit()), place, part.source(), "");
    }

    private static Scope scope(PartScope... parts) {
        return new Scope(List.of(parts), Set.of(new RfcNumber("RFC-1")), sites("zurich"));
    }
}
