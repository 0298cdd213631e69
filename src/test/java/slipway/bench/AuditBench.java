package slipway.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import slipway.audit.AuditReport;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.shared.ReleaseNumber;

/** An audit of many sites with many files each, what it keeps in memory meanwhile, and sha256sum beside it. */
final class AuditBench {
    private static final int BYTES = 4_000;
    private static final int AT_A_TIME = 2;

    private final BenchBank bank;
    private final RolloutBench rollouts;

    AuditBench(BenchBank bank, RolloutBench rollouts) {
        this.bank = bank;
        this.rollouts = rollouts;
    }

    /** Seconds of the audit and of sha256sum, and the megabytes in use after it began, half way and at its end. */
    record Measured(double audit, double rival, List<Double> megabytes) {
        String memory() {
            return String.join(
                    ", ",
                    megabytes.stream()
                            .map(each -> String.format(Locale.ROOT, "%.0f", each))
                            .toList());
        }
    }

    Measured measure(int sites, int files) throws IOException, InterruptedException {
        RolloutBench.Release release = rollouts.accepted(sites, files, BYTES);
        rollouts.arranged(release);
        double rival = hashedBySha256sum(release);
        List<Double> used = Collections.synchronizedList(new ArrayList<>());
        int[] marks = {1, sites / 2, sites};
        bank.the(BenchTeller.class).watch(audits -> measureAt(marks, seen(audits, release.number()), used));
        long began = System.nanoTime();
        rollouts.audited(release.number());
        double seconds = (System.nanoTime() - began) / 1e9;
        // The last sites may be seen after the last look.
        measureAt(marks, sites, used);
        return new Measured(seconds, rival, List.copyOf(used));
    }

    /** Once for each mark that was passed; several may be between two looks. */
    private static synchronized void measureAt(int[] marks, int seen, List<Double> used) {
        while (used.size() < marks.length && seen >= marks[used.size()]) {
            used.add(megabytesInUse());
        }
    }

    private static int seen(Audits audits, ReleaseNumber release) {
        return audits.latest(release, Phase.BEFORE).map(AuditReport::seen).orElse(0);
    }

    private static double megabytesInUse() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) / 1e6;
    }

    private double hashedBySha256sum(RolloutBench.Release release) throws IOException, InterruptedException {
        long began = System.nanoTime();
        PlainTools.run(
                bank.folder("sites"),
                "ls -d " + release.unit() + "-* | xargs -P " + AT_A_TIME
                        + " -I{} sh -c 'find {} -type f -print0 | xargs -0 sha256sum > /dev/null'");
        return (System.nanoTime() - began) / 1e9;
    }
}
