package slipway.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a site of a rollout and of an audit costs, beside plain tools and beside plain BPMN, in one run. Disk, database
 * and machine are the same for all, so the ratios say more than the times.
 */
public final class Bench {
    private static final int WARM_UP = 300;
    private static final int MOST_ROUNDS = 5;
    private static final int SITES_IN_ALL = 1_000;

    /** More instances of a plain parallel multi-instance at once take longer than anybody waits. */
    private static final int MOST_INSTANCES = 1_000;

    private Bench() {}

    /**
     * What to measure: rollouts to these numbers of sites, and an audit of sites with files each. The first rollout warms
     * up the virtual machine and is not counted; it goes to so many sites.
     */
    record Sizes(List<Integer> rollouts, int auditedSites, int auditedFiles, int warmUp) {
        /** As in {@code 3 100 audit 1000 2000}; what is not named is measured in full. */
        static Sizes of(String... words) {
            List<String> all = List.of(words);
            int audit = all.indexOf("audit");
            List<Integer> rollouts = numbers(all.subList(0, audit < 0 ? all.size() : audit));
            List<Integer> audited = audit < 0 ? List.of() : numbers(all.subList(audit + 1, all.size()));
            return new Sizes(
                    rollouts.isEmpty() ? List.of(3, 100, 1_000, 10_000) : rollouts,
                    audited.isEmpty() ? 1_000 : audited.get(0),
                    audited.size() < 2 ? 2_000 : audited.get(1),
                    WARM_UP);
        }

        private static List<Integer> numbers(List<String> words) {
            return words.stream().map(Integer::valueOf).toList();
        }
    }

    /** One number of sites: what each cost by Slipway, by plain tools and by plain BPMN (not a number = not tried). */
    record Row(int sites, double slipway, double plain, double bpmn) {}

    public static void main(String[] arguments) throws Exception {
        Figures figures = run(Sizes.of(arguments));
        System.out.print(figures);
        if (!figures.broken().isEmpty()) {
            figures.broken().forEach(System.err::println);
            System.exit(1);
        }
    }

    /** Measures. */
    static Figures run(Sizes sizes) throws Exception {
        try (BenchBank bank = BenchBank.open();
                MultiInstance multi = new MultiInstance(bank)) {
            RolloutBench rollout = new RolloutBench(bank);
            rollout.seconds(sizes.warmUp());
            multi.seconds(sizes.warmUp());
            List<Row> rows = new ArrayList<>();
            for (int sites : sizes.rollouts()) {
                rows.add(row(bank, rollout, multi, sites));
            }
            AuditBench.Measured audit =
                    new AuditBench(bank, rollout).measure(sizes.auditedSites(), sizes.auditedFiles());
            InventoryBench.Measured inventory = InventoryBench.measure(bank, sizes.auditedFiles());
            return new Figures(sizes, rows, audit, inventory);
        }
    }

    /** The median of some rounds, in which all three take turns. */
    private static Row row(BenchBank bank, RolloutBench rollout, MultiInstance multi, int sites) throws Exception {
        int rounds = Math.clamp(SITES_IN_ALL / sites, 1, MOST_ROUNDS);
        double[][] seconds = new double[3][rounds];
        for (int round = 0; round < rounds; round++) {
            seconds[0][round] = rollout.seconds(sites);
            seconds[1][round] = PlainTools.seconds(bank, sites);
            seconds[2][round] = sites > MOST_INSTANCES ? Double.NaN : multi.seconds(sites);
        }
        double[] each = Stream.of(seconds)
                .mapToDouble(times -> median(times) * 1_000 / sites)
                .toArray();
        return new Row(sites, each[0], each[1], each[2]);
    }

    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
