package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class ReleaseEventTest {
    private static final UnitRevision MADE = Parts.made(CHECK);

    @Test
    void each_event_is_a_sentence() {
        assertThat(List.of(
                        new ReleaseEvent.ReleaseDrafted("Faster", "Customers wait"),
                        new ReleaseEvent.SubmissionRefused("nothing-new", "It runs already."),
                        submitted("zurich", "new-york"),
                        new ReleaseEvent.ReleaseMoved(ReleaseState.IN_BUILD, ReleaseState.IN_TEST),
                        new ReleaseEvent.ReleaseWithdrawn("no money", true),
                        new ReleaseEvent.ReleaseClosed(Outcome.WITH_ISSUES),
                        new ReleaseEvent.PartPinned(CHECK, "v1.1.0", "4f2a"),
                        new ReleaseEvent.PartResourced(CHECK, "v1.1.0", "v1.1.1", "77cc"),
                        new ReleaseEvent.PartReady(CHECK, MADE),
                        new ReleaseEvent.PartSentBack(CHECK, "too slow"),
                        new ReleaseEvent.PartAccepted(CHECK, MADE)))
                .extracting(ReleaseEvent::words)
                .containsExactly(
                        "Requested: Faster.",
                        "The submission was refused: It runs already.",
                        "Submitted as minor release under policy 3: iban-check, payment-file for RFC-1 at zurich,"
                                + " new-york.",
                        "The release was in build and is now in test.",
                        "Withdrawn: no money",
                        "The release was closed: with issues.",
                        "iban-check is made of v1.1.0, which names 4f2a.",
                        "iban-check is made of v1.1.1 instead of v1.1.0; it names 77cc.",
                        "Ready: " + MADE + ".",
                        "iban-check was sent back: too slow",
                        "Accepted: " + MADE + ".");
    }

    @Test
    void many_sites_are_counted() {
        assertThat(submitted("a", "b", "c", "d", "e").words()).endsWith("at a, b, c, d, e.");
        assertThat(submitted(IntStream.range(0, 6)
                                .mapToObj(number -> "s" + number)
                                .toArray(String[]::new))
                        .words())
                .endsWith("at 6 sites.");
    }

    @Test
    void what_happens_to_a_part_is_about_its_unit() {
        assertThat(new ReleaseEvent.PartReady(CHECK, MADE).subject()).isEqualTo("iban-check");
        assertThat(new ReleaseEvent.ReleaseClosed(Outcome.SUCCESS).subject()).isEmpty();
    }

    private static ReleaseEvent.ReleaseSubmitted submitted(String... sites) {
        return new ReleaseEvent.ReleaseSubmitted(
                ReleaseType.MINOR,
                3,
                List.of(CHECK, FILES),
                List.of(new RfcNumber("RFC-1")),
                List.of(sites).stream().map(SiteId::new).toList());
    }
}
