package slipway.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the mutants: a line a class, the survivors by place, and the verdict: at least 90 % of all are killed,
 * and a survivor is only forgiven with its reason in the list of equivalents, which holds at most 2 % of all.
 */
final class MutationReport {
    private static final int LEAST_SCORE = 90;
    private static final int MOST_EQUIVALENTS = 2;

    /** One mutant; {@code place} is class, method and the mutation's short name, by which equivalents are listed. */
    private record Mutant(String type, String place, String line, boolean killed) {
        static Mutant of(String csv) {
            String[] cells = csv.split(",", -1);
            String mutation = cells[2].substring(cells[2].lastIndexOf('.') + 1);
            boolean killed =
                    cells[5].equals("KILLED") || cells[5].equals("TIMED_OUT") || cells[5].equals("MEMORY_ERROR");
            return new Mutant(cells[1], cells[1] + " " + cells[3] + " " + mutation, cells[4], killed);
        }
    }

    private MutationReport() {}

    public static void main(String[] arguments) throws IOException {
        List<Mutant> mutants = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(Mutant::of)
                .toList();
        Map<String, Integer> forgiven = equivalents(Path.of(arguments[1]));
        List<Mutant> survivors = new ArrayList<>();
        int equivalent = 0;
        for (Mutant mutant : mutants) {
            if (!mutant.killed()) {
                if (forgiven.merge(mutant.place(), -1, Integer::sum) >= 0) {
                    equivalent++;
                } else {
                    survivors.add(mutant);
                }
            }
        }
        print(mutants, survivors);
        int killed = (int) mutants.stream().filter(Mutant::killed).count();
        double score = 100.0 * (killed + equivalent) / Math.max(1, mutants.size());
        double share = 100.0 * equivalent / Math.max(1, mutants.size());
        System.out.printf(
                "%d mutants, %d killed, %d equivalent (%.1f %%), %d survived: score %.1f %%%n",
                mutants.size(), killed, equivalent, share, survivors.size(), score);
        if (mutants.isEmpty() || score < LEAST_SCORE || share > MOST_EQUIVALENTS) {
            System.err.printf(
                    "The score must be at least %d %%, equivalents at most %d %%.%n", LEAST_SCORE, MOST_EQUIVALENTS);
            System.exit(1);
        }
    }

    /** Lines of {@code <class> <method> <mutation>: <reason>}, how often each; others are comments. */
    private static Map<String, Integer> equivalents(Path list) throws IOException {
        Map<String, Integer> forgiven = new HashMap<>();
        for (String line : Files.readAllLines(list)) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                forgiven.merge(line.substring(0, colon), 1, Integer::sum);
            }
        }
        return forgiven;
    }

    private static void print(List<Mutant> mutants, List<Mutant> survivors) {
        Map<String, int[]> byType = new TreeMap<>();
        for (Mutant mutant : mutants) {
            int[] counts = byType.computeIfAbsent(mutant.type(), type -> new int[2]);
            counts[0]++;
            counts[1] += mutant.killed() ? 1 : 0;
        }
        byType.forEach((type, counts) -> System.out.printf(
                "%-52s %4d of %4d  %5.1f %%%n", type, counts[1], counts[0], 100.0 * counts[1] / counts[0]));
        survivors.forEach(mutant -> System.out.println("survived: " + mutant.place() + " in line " + mutant.line()));
    }
}
