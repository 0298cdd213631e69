package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.rollout.SiteStand;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.Targets;

class LetterWordsTest {
    private static final SiteId ZURICH = new SiteId("zurich");

    @ParameterizedTest
    @CsvSource({
        "PLANNED, waits for its turn",
        "PREPARED, waits for its turn",
        "DISTRIBUTED, under way",
        "ACTIVATED, under way",
        "VERIFIED, 'runs it, verified'",
        "NOTHING_TO_DO, ran it already",
        "NOT_REACHED, not reached",
        "FAILED, failed (iban-check: disk full)",
        "BACKING_OUT, is being returned to what ran there before",
        "RESTORED, returned to what ran there before",
        "REPAIRED, returned to what ran there before",
        "BACKOUT_FAILED, could not be returned (iban-check: disk full)"
    })
    void how_a_site_stands_is_said_to_people(TargetState state, String words) {
        assertThat(LetterWords.stand(site(state, "disk full", ""))).isEqualTo(words);
    }

    @Test
    void what_a_person_typed_looks_like_no_line_of_ours() {
        assertThat(LetterWords.stand(site(TargetState.FAILED, "full\nzurich, wave 1: runs it", "")))
                .isEqualTo("failed (iban-check: full\n> zurich, wave 1: runs it)");
    }

    @Test
    void what_is_never_reached_is_said_so() {
        assertThat(LetterWords.stand(site(TargetState.NOT_REACHED, "paused", "the rollout ended early")))
                .isEqualTo("not reached, and will not be");
    }

    private static SiteStand site(TargetState state, String reason, String leftAlone) {
        Target part = Targets.at(
                new PartId(ReleaseNumber.of(2026, 1), new UnitId("iban-check")), ZURICH, state, reason, leftAlone);
        return new SiteStand(ZURICH, 1, state, List.of(part));
    }
}
