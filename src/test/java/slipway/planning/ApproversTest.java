package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.MINE;
import static slipway.planning.Values.actors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.identity.Persons;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.shared.Actor;
import slipway.testing.Goals;

class ApproversTest {
    private static final Actor RITA = new Actor("rita");
    private static final Actor MARA = new Actor("mara");
    private static final Actor CARL = new Actor("carl");

    private static final Actor SECOND = new Actor("carl2");
    private static final Persons PERSONS = new Persons(Map.of(CARL, "carl@bank.example", SECOND, "Carl@Bank.example"));

    @Test
    void a_second_account_of_the_author_is_the_author() {
        assertThat(Approvers.nobodyLeft(actors("carl2"), actor -> false, CARL, PERSONS))
                .isPresent();
        assertThat(Approvers.authorDecides(by(CARL), SECOND, PERSONS))
                .hasValueSatisfying(no -> assertThat(no.reason()).startsWith("carl wrote this plan"));
    }

    @Test
    void somebody_who_neither_asked_nor_wrote_must_be_left() {
        assertThat(Approvers.nobodyLeft(actors("mara", "carl"), MARA::equals, RITA, PERSONS))
                .isEmpty();
        assertThat(Approvers.nobodyLeft(actors("mara", "carl"), RITA::equals, MARA, PERSONS))
                .isEmpty();
        assertThat(Approvers.nobodyLeft(actors("mara", "carl"), CARL::equals, MARA, PERSONS))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("nobody-left-to-approve");
                    assertThat(no.reason()).contains("mara", "change-manager", "Let another release manager draft it");
                });
        assertThat(Approvers.nobodyLeft(actors("mara"), actor -> false, MARA, PERSONS))
                .isPresent();
        assertThat(Approvers.nobodyLeft(Set.of(), actor -> false, RITA, PERSONS))
                .isPresent();
    }

    @Test
    void an_author_does_not_decide_on_their_own_plan() {
        assertThat(Approvers.authorDecides(by(RITA), CARL, PERSONS)).isEmpty();
        assertThat(Approvers.authorDecides(by(CARL), CARL, PERSONS))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo("separation-of-duties"));
    }

    private static Plan by(Actor author) {
        return new Plan(
                MINE,
                1,
                Goals.critical("Faster"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                List.of(),
                Duration.ofMinutes(5),
                PointOfNoReturn.NONE,
                author);
    }
}
