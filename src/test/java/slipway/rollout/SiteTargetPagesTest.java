package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

class SiteTargetPagesTest extends RolloutStory {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 9})
    void page_by_page_every_part_at_every_site_comes_once_in_its_order(int most) {
        ReleaseNumber release = ofTwoParts();

        List<Target> read = new ArrayList<>();
        Optional<PlaceOfUnit> after = Optional.empty();
        List<Target> page = targets.page(release, after, most);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(most);
            read.addAll(page);
            page = targets.page(release, Optional.of(page.getLast().where()), most);
        }

        assertThat(read).isEqualTo(targets.of(release)).hasSize(6);
    }

    @Test
    void a_page_follows_something_of_the_same_release() {
        ReleaseNumber release = ofTwoParts();
        sites("quito");
        PlaceOfUnit elsewhere = new PlaceOfUnit(new SiteId("quito"), CHECK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.page(release, Optional.of(elsewhere), 9))
                .withMessageContaining("brings nothing of " + elsewhere);
    }

    private ReleaseNumber ofTwoParts() {
        sites("basel", "oslo", "york");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo", "york");
        baseline(made(PAYMENTS, "1.0.0"), "basel", "oslo", "york");
        return prepared(
                accepted(List.of(made(CHECK, "1.1.0"), made(PAYMENTS, "1.1.0")), "basel", "oslo", "york"),
                "york",
                "basel oslo");
    }
}
