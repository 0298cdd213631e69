package slipway.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.release.Release;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class ToldFactsTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 42);
    private static final CallOuts.Asked ASKED =
            new CallOuts.Asked("key-1", RELEASE, "Ask the risk desk", "risk-desk", Set.of("YES", "NO"));

    @Test
    void of_a_submitted_release_type_and_parts_are_told_and_of_a_part_that_was_made_exactly_what() {
        UnitRevision made = new UnitRevision(new UnitId("iban-check"), "1.1.0", Digest.of("iban"));
        ReleasePart ready = new ReleasePart.Ready(new PartId(RELEASE, made.unit()), 0, "v1.1.0", "c0ffee", made);
        ReleasePart planned = new ReleasePart.Planned(new PartId(RELEASE, new UnitId("rate-table")), 1, "v2.0.0", "");

        ToldFacts told = ToldFacts.of(ASKED, submitted(List.of(ready, planned)));

        assertThat(told.type()).isEqualTo("MINOR");
        assertThat(told.state()).isEqualTo("PLANNED");
        assertThat(told.parts())
                .containsExactly(
                        new ToldFacts.Part(
                                "iban-check",
                                "v1.1.0",
                                "1.1.0",
                                Digest.of("iban").hex()),
                        new ToldFacts.Part("rate-table", "v2.0.0", null, null));
    }

    @Test
    void a_release_that_was_never_submitted_has_neither_type_nor_parts() {
        ToldFacts told = ToldFacts.of(
                ASKED,
                new Release.Unsubmitted(
                        RELEASE, "Faster", "Customers wait", new Actor("mara"), ReleaseState.DRAFT, Instant.EPOCH));

        assertThat(told.type()).isNull();
        assertThat(told.parts()).isEmpty();
        assertThat(List.of(told.key(), told.question(), told.release(), told.title(), told.state()))
                .containsExactly("key-1", "Ask the risk desk", RELEASE.value(), "Faster", "DRAFT");
        assertThat(told.answers()).containsExactly("NO", "YES");
    }

    private static SubmittedRelease submitted(List<ReleasePart> parts) {
        return new SubmittedRelease(
                RELEASE,
                "Faster",
                "Customers wait",
                new Actor("mara"),
                ReleaseState.PLANNED,
                Instant.EPOCH,
                ReleaseType.MINOR,
                3,
                parts,
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
