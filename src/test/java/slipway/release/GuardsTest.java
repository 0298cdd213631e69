package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.accepted;
import static slipway.release.Parts.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

class GuardsTest {
    private static final SubmittedRelease RELEASE = release(ReleaseState.SCHEDULED, accepted(CHECK, 0));
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Guards guards = new Guards(
            beans.getBeanProvider(MoveCondition.class),
            beans.getBeanProvider(GoLiveCondition.class),
            beans.getBeanProvider(ClosingCondition.class),
            beans.getBeanProvider(Reserving.class));

    /** Takes everything, or refuses for that reason. */
    private static final class Reservations implements Reserving {
        private final Optional<Refusal> refusal;
        private final List<ReleaseNumber> holding = new ArrayList<>();

        Reservations(Optional<Refusal> refusal) {
            this.refusal = refusal;
        }

        @Override
        public Optional<Refusal> reserve(SubmittedRelease release) {
            if (refusal.isEmpty()) {
                holding.add(release.number());
            }
            return refusal;
        }

        @Override
        public void giveBack(ReleaseNumber release) {
            holding.remove(release);
        }
    }

    @Test
    void with_nobody_to_ask_nothing_is_allowed() {
        assertThat(guards.move(RELEASE, ReleaseState.AUTHORISED))
                .map(Refusal::rule)
                .contains("no-condition-registered");
        assertThat(guards.goLive(RELEASE)).map(Refusal::rule).contains("no-condition-registered");
        assertThat(guards.closing(RELEASE)).map(Refusal::rule).contains("no-condition-registered");
        assertThat(guards.reserve(RELEASE)).map(Refusal::rule).contains("nobody-reserves");
    }

    @Test
    void every_condition_has_its_say() {
        beans.addBean("one", (GoLiveCondition) release -> Optional.empty());
        assertThat(guards.goLive(RELEASE)).isEmpty();
        beans.addBean("two", (GoLiveCondition) release -> Optional.of(Refusal.at("field", "two", "Two.")));
        beans.addBean("three", (GoLiveCondition) release -> Optional.of(Refusal.of("three", "Three.")));
        assertThat(guards.goLive(RELEASE)).contains(Refusal.at("field", "two", "Two. Three."));
        beans.addBean("move", (MoveCondition)
                (release, to) -> Optional.of(Refusal.of("undecided", "Not before " + to.words() + ".")));
        assertThat(guards.move(RELEASE, ReleaseState.AUTHORISED))
                .contains(Refusal.of("undecided", "Not before authorised."));
        beans.addBean("closing", (ClosingCondition) release -> Optional.of(Refusal.of("open", "Open.")));
        assertThat(guards.closing(RELEASE)).map(Refusal::rule).contains("open");
    }

    @Test
    void what_cannot_all_be_reserved_is_not_reserved_at_all() {
        Reservations free = new Reservations(Optional.empty());
        beans.addBean("free", free);
        assertThat(guards.reserve(RELEASE)).isEmpty();
        assertThat(free.holding).containsExactly(RELEASE.number());
        guards.giveBack(RELEASE.number());
        assertThat(free.holding).isEmpty();
        beans.addBean("held", new Reservations(Optional.of(Refusal.of("held", "REL-2026-0002 holds zurich."))));
        assertThat(guards.reserve(RELEASE)).map(Refusal::rule).contains("held");
        assertThat(free.holding).isEmpty();
    }
}
