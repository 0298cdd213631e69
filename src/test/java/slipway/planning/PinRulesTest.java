package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.MINE;

import org.junit.jupiter.api.Test;
import slipway.release.Offers;
import slipway.release.ReleasePart;
import slipway.shared.PartId;
import slipway.shared.Refusal;

class PinRulesTest {
    private static final PartId PART = new PartId(MINE, CHECK);
    private static final ReleasePart PLANNED = new ReleasePart.Planned(PART, 0, "v1.1.0", "4f2a9c0d1e2f3344");

    @Test
    void what_lies_in_the_library_is_made_of_nothing_any_more() {
        assertThat(PinRules.isToBeMade(PLANNED)).isTrue();
        assertThat(PinRules.isToBeMade(new ReleasePart.Rework(PART, 0, "v1.1.0", "4f2a", "slow")))
                .isTrue();
        assertThat(PinRules.isToBeMade(
                        new ReleasePart.Ready(PART, 0, "v1.1.0", "4f2a", Values.revision(CHECK, "1.1.0"))))
                .isFalse();
    }

    @Test
    void a_source_that_names_what_was_planned_has_not_moved() {
        assertThat(PinRules.moved(PLANNED, new Offers.Pinned("4f2a9c0d1e2f3344", "1.1.0")))
                .isEmpty();
    }

    @Test
    void a_source_that_names_something_else_has_moved_and_both_are_named() {
        assertThat(PinRules.moved(PLANNED, new Offers.Pinned("99aa9c0d1e2f3344", "1.1.0")))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("tag-moved");
                    assertThat(no.reason())
                            .contains("v1.1.0 of iban-check named 4f2a9c0d1e2f when", "names 99aa9c0d1e2f now");
                });
    }

    @Test
    void what_was_never_bound_has_moved_too() {
        assertThat(PinRules.moved(new ReleasePart.Planned(PART, 0, "v1.1.0", ""), new Offers.Pinned("99aa", "1.1.0")))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("named nothing when", "names 99aa now"));
    }

    @Test
    void a_source_that_names_nothing_says_itself_why() {
        Refusal gone = Refusal.of("unknown-tag", "it is gone");

        assertThat(PinRules.moved(PLANNED, new Offers.Unpinnable(gone))).contains(gone);
    }
}
