package slipway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table, and which of the promises about it do not hold. */
record Figures(Bench.Sizes sizes, List<Bench.Row> rows, AuditBench.Measured audit, InventoryBench.Measured inventory) {
    private static final int RATIO_TO = 100;
    private static final double MOST_MORE = 1.2;

    Figures {
        rows = List.copyOf(rows);
    }

    /** A site of many costs at most a fifth more than one of a hundred; an audit keeps no more for each site that it saw. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        double base = base();
        rows.stream()
                .filter(row -> row.sites() > RATIO_TO && row.slipway() > base * MOST_MORE)
                .map(row -> words(
                        "A site of %d costs %.2f times as much as one of %d; at most %.1f is promised.",
                        row.sites(), row.slipway() / base, RATIO_TO, MOST_MORE))
                .forEach(broken::add);
        List<Double> used = audit.megabytes();
        if (!used.isEmpty() && used.getLast() > used.getFirst() * MOST_MORE) {
            broken.add(words(
                    "The audit held %.0f MB at its end and %.0f after it began; at most %.1f times as much is promised.",
                    used.getLast(), used.getFirst(), MOST_MORE));
        }
        return broken;
    }

    @Override
    public String toString() {
        return table() + auditWords() + inventoryWords();
    }

    private double base() {
        return rows.stream()
                .filter(row -> row.sites() == RATIO_TO)
                .mapToDouble(Bench.Row::slipway)
                .findFirst()
                .orElse(Double.NaN);
    }

    private String table() {
        double base = base();
        StringBuilder text = new StringBuilder(words(
                "A rollout of %d files of %d kB, milliseconds a site:%n%8s %9s %9s %9s %9s %10s %9s%n",
                RolloutBench.FILES,
                RolloutBench.BYTES / 1_000,
                "sites",
                "Slipway",
                "to " + RATIO_TO,
                "cp, sync",
                "ratio",
                "BPMN alone",
                "ratio"));
        rows.forEach(row -> text.append(words(
                "%8d %9.1f %9.2f %9.1f %9.2f %10.1f %9.2f%n",
                row.sites(),
                row.slipway(),
                row.slipway() / base,
                row.plain(),
                row.slipway() / row.plain(),
                row.bpmn(),
                row.slipway() / row.bpmn())));
        return text.toString();
    }

    private String auditWords() {
        return words(
                "An audit of %d sites of %d files: Slipway %.1f s, sha256sum %.1f s, ratio %.2f; in use after it began,"
                        + " half way and at its end: %s MB%n",
                sizes.auditedSites(),
                sizes.auditedFiles(),
                audit.audit(),
                audit.rival(),
                audit.audit() / audit.rival(),
                audit.memory());
    }

    private String inventoryWords() {
        return words(
                "One site of %d files of %d kB hashed: Slipway %.2f s, sha256sum %.2f s, ratio %.2f%n",
                sizes.auditedFiles(),
                InventoryBench.BYTES / 1_000,
                inventory.slipway(),
                inventory.rival(),
                inventory.slipway() / inventory.rival());
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
