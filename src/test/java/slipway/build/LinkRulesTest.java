package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Links of a tree that lead to each other. */
class LinkRulesTest {
    private final TreeRules rules = new TreeRules(new SourceSettings(1000, DataSize.ofKilobytes(4), 5)
            .within(new TreeSettings(8, 500, DataSize.ofKilobytes(64))));

    @Test
    void a_way_over_as_many_links_as_linux_follows_is_sound_and_one_more_is_not() {
        link("40", "file");
        for (int number = 39; number >= 1; number--) {
            link("" + number, "" + (number + 1));
        }
        assertThat(rules.links()).isEmpty();

        link("0", "1");
        assertThat(words(rules.links())).startsWith("'0' is a symbolic link that leads in circles");
    }

    @Test
    void links_that_lead_to_each_other_over_too_many_steps_are_refused() {
        for (int number = 0; number < 39; number++) {
            link("way" + number, "./".repeat(240) + "way" + (number + 1));
        }
        for (int number = 0; number < 500; number++) {
            link("link" + number, "way0");
        }
        assertThat(words(rules.links())).contains("is among links that lead to each other too often");
    }

    @Test
    void a_link_that_is_not_sound_is_named_with_its_folders() {
        link("d/e/out", "../../..");

        assertThat(words(rules.links())).startsWith("'d/e/out' is a symbolic link that leads out of the tree");
    }

    private void link(String path, String target) {
        assertThat(rules.link(path, target)).isEmpty();
    }

    private static String words(Optional<TreeFault> fault) {
        return fault.map(found -> found.words("in the sources")).orElse("nothing is wrong");
    }
}
