package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.shared.ReleaseNumber;
import slipway.site.Order;

/** How often the database is asked: a number, not a time. */
class StatementsTest extends RolloutStory {
    @Test
    void a_site_costs_the_same_in_a_wave_of_five_and_of_fifty_and_so_does_a_wave() {
        Cost five = cost(5, "small");
        Cost fifty = cost(50, "large");
        assertThat(fifty).isEqualTo(five);
        assertThat(five.site()).isLessThanOrEqualTo(25);
    }

    /** The statements of a schedule, of the start of a wave, of a site in it, of its end and of the start of another. */
    private record Cost(int schedule, int next, int start, int site, int end, int second, int backOut, int restored) {}

    private Cost cost(int count, String name) {
        String[] names =
                IntStream.range(0, count).mapToObj(each -> name + "-" + each).toArray(String[]::new);
        String last = name + "-last";
        String[] all = Stream.concat(Stream.of(names), Stream.of(last)).toArray(String[]::new);
        sites(all);
        baseline(made(CHECK, "1.0.0-" + name), all);
        ReleaseNumber release = accepted(List.of(made(CHECK, "1.1.0-" + name)), all);
        String[] arranged = {String.join(" ", names), last};
        done(waves.arrange(release, RITA, text(arranged)));
        int schedule = statements.during(() -> done(waves.schedule(release, Parts.percent(20))));
        prepared(release, arranged);
        done(rollouts.start(release));
        int next = statements.during(() -> rollouts.next(release));
        int start = statements.during(() -> rollouts.startWave(release, 1));
        int first = statements.during(this::workOnce);
        int site = statements.during(this::workOnce);
        assertThat(first).as("with the first activation of the release").isEqualTo(site + 1);
        for (int each = 2; each < count - 1; each++) {
            assertThat(statements.during(this::workOnce)).isEqualTo(site);
        }
        work();
        int end = statements.during(() -> rollouts.evaluate(release, 1));
        assertThat(rollouts.soaked(release, 1)).isTrue();
        int second = statements.during(() -> rollouts.startWave(release, 2));
        work();
        rollouts.evaluate(release, 2);
        done(stops.stop(release, RITA, "It harms"));
        decided(release, PausedDecision.BACK_OUT_ALL);
        int backOut = statements.during(() -> backOuts.order(release));
        Set<Order.Kind> restores = Set.of(Order.Kind.RESTORE);
        int restored = statements.during(() -> orders.runDue(restores));
        work();
        return new Cost(schedule, next, start, site, end, second, backOut, restored);
    }
}
