package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.shared.SiteId;

class RolloutWordsTest {
    @Test
    void a_sentence_ends_as_people_ended_it_or_with_a_stop() {
        assertThat(List.of("It harms", "It harms.", "It harms!", "Why not?", "  It harms \n"))
                .extracting(RolloutWords::sentence)
                .containsExactly("It harms.", "It harms.", "It harms!", "Why not?", "It harms.");
    }

    @Test
    void one_site_stays_and_two_sites_stay() {
        assertThat(RolloutWords.stay(List.of())).isEmpty();
        assertThat(RolloutWords.stay(List.of(new SiteId("oslo"))))
                .isEqualTo(
                        " 1 site stays with what the release brought there: oslo. Somebody must put it right there.");
        assertThat(RolloutWords.stay(List.of(new SiteId("oslo"), new SiteId("rome"))))
                .isEqualTo(" 2 sites stay with what the release brought there: oslo, rome."
                        + " Somebody must put it right there.");
    }
}
