package slipway.mutation;

import java.util.Set;

/** One mutant; {@code place} is class, method and the mutation's short name, by which equivalents are listed. */
record Mutant(String type, String place, String line, boolean killed) {
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

    /** From a line of PIT's CSV: file, class, mutator, method, line, status, test. */
    static Mutant of(String csv) {
        String[] cells = csv.split(",", -1);
        String mutation = cells[2].substring(cells[2].lastIndexOf('.') + 1);
        return new Mutant(cells[1], cells[1] + " " + cells[3] + " " + mutation, cells[4], NOTICED.contains(cells[5]));
    }

    String packageName() {
        return type.substring(0, type.lastIndexOf('.'));
    }

    String words() {
        return "survived: " + place + " in line " + line;
    }
}
