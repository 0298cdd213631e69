package slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurements run, on few sites; how long they take says nothing here. */
class BenchTest {
    @Test
    void every_measurement_runs_to_its_end() throws Exception {
        String table = Bench.run(new Bench.Sizes(List.of(3, 5), 4, 6, 2));
        assertThat(table.lines().map(String::strip)).anyMatch(line -> line.startsWith("3 "));
        assertThat(table.lines().map(String::strip)).anyMatch(line -> line.startsWith("5 "));
        assertThat(table).containsPattern("4 sites of 6 files: .* at its end: \\d+, \\d+, \\d+ MB");
    }

    @Test
    void what_is_measured_can_be_made_smaller() {
        assertThat(Bench.Sizes.of()).isEqualTo(new Bench.Sizes(List.of(3, 100, 1_000, 10_000), 1_000, 2_000, 300));
        assertThat(Bench.Sizes.of("3", "100", "audit", "10", "20"))
                .isEqualTo(new Bench.Sizes(List.of(3, 100), 10, 20, 300));
        assertThat(Bench.Sizes.of("audit", "10").auditedSites()).isEqualTo(10);
    }
}
