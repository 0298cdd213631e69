package slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurements run, on few sites; how long they take says nothing here. */
class BenchTest {
    @Test
    void every_measurement_runs_to_its_end() throws Exception {
        String table = Bench.run(new Bench.Sizes(List.of(3, 5), 4, 6, 2)).toString();
        assertThat(table.lines().map(String::strip)).anyMatch(line -> line.startsWith("3 "));
        assertThat(table.lines().map(String::strip)).anyMatch(line -> line.startsWith("5 "));
        assertThat(table).containsPattern("4 sites of 6 files: .* at its end: \\d+, \\d+, \\d+ MB");
    }

    @Test
    void what_a_site_of_many_costs_and_what_an_audit_keeps_has_a_bound() {
        assertThat(figures(11.9, 119).broken()).isEmpty();
        assertThat(figures(12.1, 119).broken())
                .containsExactly("A site of 1000 costs 1.21 times as much as one of 100; at most 1.2 is promised.");
        assertThat(figures(11.9, 121).broken())
                .containsExactly("The audit held 121 MB at its end and 100 after it began; at most 1.2 times as much is"
                        + " promised.");
    }

    private static Figures figures(double each, double megabytes) {
        return new Figures(
                Bench.Sizes.of(),
                List.of(new Bench.Row(3, 99, 1, 1), new Bench.Row(100, 10, 1, 1), new Bench.Row(1_000, each, 1, 1)),
                new AuditBench.Measured(1, 1, List.of(100.0, 110.0, megabytes)),
                new InventoryBench.Measured(1, 1));
    }

    @Test
    void what_is_measured_can_be_made_smaller() {
        assertThat(Bench.Sizes.of()).isEqualTo(new Bench.Sizes(List.of(3, 100, 1_000, 10_000), 1_000, 2_000, 300));
        assertThat(Bench.Sizes.of("3", "100", "audit", "10", "20"))
                .isEqualTo(new Bench.Sizes(List.of(3, 100), 10, 20, 300));
        assertThat(Bench.Sizes.of("audit", "10").auditedSites()).isEqualTo(10);
    }
}
