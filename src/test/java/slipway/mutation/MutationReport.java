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
 * What became of the mutants. In each package, and over all, 90 % of those that change anything are killed. A survivor
 * that changes nothing is listed with its reason; such are at most 2 % of all, and so are those that nobody explained.
 */
final class MutationReport {
    private static final int LEAST_SCORE = 90;
    private static final int MOST_EQUIVALENT = 2;
    private static final int MOST_UNEXPLAINED = 2;

    private final Map<String, Tally> packages = new TreeMap<>();
    private final Tally all = new Tally();
    private final List<Mutant> unexplained = new ArrayList<>();
    private final Map<String, Integer> equivalents;

    /** Lines of PIT's CSV, and of the list of equivalents: {@code <class> <method> <mutation>: <reason>}. */
    MutationReport(List<String> mutants, List<String> listed) {
        equivalents = equivalents(listed);
        mutants.stream().map(Mutant::of).forEach(this::count);
    }

    public static void main(String[] arguments) throws IOException {
        MutationReport report = new MutationReport(
                Files.readAllLines(Path.of(arguments[0])), Files.readAllLines(Path.of(arguments[1])));
        report.lines().forEach(System.out::println);
        List<String> objections = report.objections();
        objections.forEach(System.err::println);
        System.exit(objections.isEmpty() ? 0 : 1);
    }

    private void count(Mutant mutant) {
        boolean equivalent = !mutant.killed() && equivalents.merge(mutant.place(), -1, Integer::sum) >= 0;
        for (Tally tally : List.of(all, packages.computeIfAbsent(mutant.packageName(), name -> new Tally()))) {
            tally.mutants++;
            tally.killed += mutant.killed() ? 1 : 0;
            tally.equivalent += equivalent ? 1 : 0;
        }
        if (!mutant.killed() && !equivalent) {
            unexplained.add(mutant);
        }
    }

    /** How often each place is listed; a line may stand there for each of several mutants in one place. */
    private static Map<String, Integer> equivalents(List<String> listed) {
        Map<String, Integer> places = new HashMap<>();
        for (String line : listed) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                places.merge(line.substring(0, colon), 1, Integer::sum);
            }
        }
        return places;
    }

    /** A line for each package and for all, and each survivor that nobody explained. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-28s %8s %8s %11s %9s %8s"
                .formatted("package", "mutants", "killed", "equivalent", "survived", "score"));
        packages.forEach((name, tally) -> lines.add(tally.line(name)));
        lines.add(all.line("all"));
        unexplained.forEach(mutant -> lines.add(mutant.words()));
        return lines;
    }

    /** What is not good enough, in sentences; empty = all is well. */
    List<String> objections() {
        if (all.mutants == 0) {
            return List.of("Nothing was mutated.");
        }
        List<String> objections = new ArrayList<>();
        packages.forEach((name, tally) -> {
            if (tally.score() < LEAST_SCORE) {
                objections.add(
                        "Of %s only %.1f %% are killed; %d %% must be.".formatted(name, tally.score(), LEAST_SCORE));
            }
        });
        if (100 * all.equivalent > MOST_EQUIVALENT * all.mutants) {
            objections.add("%d are listed as equivalent, more than %d %%.".formatted(all.equivalent, MOST_EQUIVALENT));
        }
        if (100 * unexplained.size() > MOST_UNEXPLAINED * all.mutants) {
            objections.add("%d survived without a reason in the list, more than %d %%."
                    .formatted(unexplained.size(), MOST_UNEXPLAINED));
        }
        equivalents.entrySet().stream()
                .filter(place -> place.getValue() > 0 && mutated(place.getKey()))
                .map(place -> place.getKey() + " is listed as equivalent and did not survive: take the line out.")
                .sorted()
                .forEach(objections::add);
        return objections;
    }

    /** Whether the package of a listed place was mutated at all; a run may leave packages out. */
    private boolean mutated(String place) {
        String type = place.substring(0, place.indexOf(' '));
        return packages.containsKey(type.substring(0, type.lastIndexOf('.')));
    }

    private static final class Tally {
        private int mutants;
        private int killed;
        private int equivalent;

        /** In per cent of those that change anything. */
        double score() {
            return mutants == equivalent ? 100 : 100.0 * killed / (mutants - equivalent);
        }

        String line(String name) {
            return "%-28s %8d %8d %11d %9d %6.1f %%"
                    .formatted(name, mutants, killed, equivalent, mutants - killed - equivalent, score());
        }
    }
}
