package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;
import static slipway.release.Parts.accepted;
import static slipway.release.Parts.made;
import static slipway.release.Parts.planned;
import static slipway.release.Parts.ready;
import static slipway.release.Parts.release;
import static slipway.release.Parts.rework;
import static slipway.release.Parts.sites;
import static slipway.release.ReleaseState.IN_BUILD;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.RfcNumber;

class SubmittedReleaseTest {
    private static final SubmittedRelease HALF_MADE = release(IN_BUILD, ready(CHECK, 0), planned(FILES, 1));

    @Test
    void it_is_what_was_requested() {
        for (Release release : List.of(Parts.draft(), HALF_MADE)) {
            assertThat(release.number()).isEqualTo(Parts.RELEASE);
            assertThat(release.title()).isEqualTo("Faster");
            assertThat(release.purpose()).isEqualTo("Customers wait");
            assertThat(release.requester()).isEqualTo(new Actor("mara"));
            assertThat(release.draftedAt()).isEqualTo(Instant.EPOCH);
        }
        assertThat(HALF_MADE.type()).isEqualTo(ReleaseType.MINOR);
        assertThat(HALF_MADE.policy()).isEqualTo(3);
        assertThat(HALF_MADE.outcome()).isEmpty();
    }

    @Test
    void a_part_is_found_by_its_unit_and_by_its_place() {
        assertThat(HALF_MADE.part(FILES)).isEqualTo(planned(FILES, 1));
        assertThat(HALF_MADE.part(1)).isEqualTo(planned(FILES, 1));
        assertThat(HALF_MADE.part(0)).isEqualTo(ready(CHECK, 0));
        for (ReleasePart part : List.of(planned(CHECK, 4), rework(CHECK, 4), ready(CHECK, 4), accepted(CHECK, 4))) {
            assertThat(release(IN_BUILD, part).part(4)).isEqualTo(part);
        }
        assertThatIllegalStateException().isThrownBy(() -> HALF_MADE.part(2)).withMessageContaining("no part 2");
        SubmittedRelease one = release(IN_BUILD, ready(CHECK, 0));
        assertThatIllegalStateException().isThrownBy(() -> one.part(FILES)).withMessageContaining("payment-file");
    }

    @Test
    void it_has_revisions_once_its_parts_are_made() {
        assertThat(HALF_MADE.revision(CHECK)).isEqualTo(made(CHECK));
        assertThatIllegalStateException()
                .isThrownBy(() -> HALF_MADE.revision(FILES))
                .withMessageContaining("payment-file");
        assertThatIllegalStateException().isThrownBy(HALF_MADE::revisions);
        assertThat(release(IN_BUILD, ready(CHECK, 0), accepted(FILES, 1)).revisions())
                .containsExactly(made(CHECK), made(FILES));
        assertThat(rework(CHECK, 0).revision()).isEmpty();
        assertThat(planned(CHECK, 0).revision()).isEmpty();
    }

    @Test
    void its_scope_is_its_parts_with_their_sources_of_now() {
        assertThat(HALF_MADE.scope())
                .isEqualTo(new Scope(
                        List.of(new PartScope(CHECK, "v1.1.0"), new PartScope(FILES, "v1.1.0")),
                        Set.of(new RfcNumber("RFC-1")),
                        sites("zurich")));
    }

    @Test
    void a_scope_is_known_by_units_rfcs_and_sites_and_not_by_sources_or_their_order() {
        PartScope check = new PartScope(CHECK, "v1");
        PartScope files = new PartScope(FILES, "v1");
        String known = scope(List.of(check, files), "RFC-1", "zurich").fingerprint();
        assertThat(known).hasSize(64);
        assertThat(scope(List.of(files, new PartScope(CHECK, "v2")), "RFC-1", "zurich")
                        .fingerprint())
                .isEqualTo(known);
        assertThat(scope(List.of(check), "RFC-1", "zurich").fingerprint()).isNotEqualTo(known);
        assertThat(scope(List.of(check, files), "RFC-2", "zurich").fingerprint())
                .isNotEqualTo(known);
        assertThat(scope(List.of(check, files), "RFC-1", "basel").fingerprint()).isNotEqualTo(known);
    }

    @Test
    void a_scope_is_never_empty_and_names_a_unit_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> scope(List.of(), "RFC-1", "zurich"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope(List.of(new PartScope(CHECK, "v1")), Set.of(), sites("zurich")));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Scope(List.of(new PartScope(CHECK, "v1")), Set.of(new RfcNumber("RFC-1")), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        scope(List.of(new PartScope(CHECK, "v1"), new PartScope(CHECK, "v2")), "RFC-1", "zurich"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartScope(CHECK, " "));
    }

    @Test
    void a_part_is_named_by_release_and_unit() {
        assertThat(new PartId(Parts.RELEASE, CHECK)).hasToString("REL-2026-0001/iban-check");
    }

    private static Scope scope(List<PartScope> parts, String rfc, String site) {
        return new Scope(parts, Set.of(new RfcNumber(rfc)), sites(site));
    }
}
