package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.release.ReleaseEvent.PartSentBack;
import slipway.release.ReleaseEvent.ReleaseMoved;
import slipway.release.ReleaseEvent.ReleaseSubmitted;
import slipway.release.ReleaseEvent.ReleaseWentBack;
import slipway.shared.UnitId;

class WentBackTest {
    private static final ReleaseMoved MOVED = new ReleaseMoved(ReleaseState.AUTHORISED, ReleaseState.SUBMITTED);
    private static final ReleaseWentBack BACK =
            new ReleaseWentBack(ReleaseState.AUTHORISED, ReleaseState.SUBMITTED, "Other dates");

    @Test
    void the_last_reason_stands_until_the_release_goes_on() {
        assertThat(WentBack.because(List.of(MOVED, BACK))).contains("Other dates");
        assertThat(WentBack.because(List.of(MOVED, BACK, new PartSentBack(new UnitId("u"), "x"))))
                .contains("Other dates");
        assertThat(WentBack.because(List.of(MOVED, BACK, MOVED))).isEmpty();
        assertThat(WentBack.because(
                        List.of(BACK, new ReleaseSubmitted(ReleaseType.MINOR, 1, List.of(), List.of(), List.of()))))
                .isEmpty();
        assertThat(WentBack.because(List.of())).isEmpty();
    }
}
