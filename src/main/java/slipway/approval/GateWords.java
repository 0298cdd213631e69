package slipway.approval;

import java.util.Locale;
import java.util.Optional;
import slipway.shared.UnitId;

/** How gates, aspects and conditions are called before people. */
final class GateWords {
    private GateWords() {}

    static String name(Gate gate, Optional<UnitId> part) {
        return "'" + words(gate.id()) + "'" + part.map(unit -> " of " + unit).orElse("");
    }

    /** The same of one group, where each decides by itself. */
    static String name(Gate gate, String group) {
        return "'" + words(gate.id()) + "' of the group " + group;
    }

    static String name(Bound bound) {
        String aspect = words(bound.aspect().name());
        return bound.part().map(unit -> "the " + aspect + " of " + unit).orElse("the " + aspect);
    }

    /** Whether the newest decision of a gate holds. */
    static String standing(Approvals.Standing standing) {
        return switch (standing) {
            case Approvals.Granted granted -> "stands";
            case Approvals.Denied denied -> "stands";
            case Approvals.Voided voided -> "void, " + name(voided.changed()) + " changed";
            case Approvals.Missing missing -> "open";
        };
    }

    /** How a group's newest decision stands. */
    static String voice(Approvals.Standing standing) {
        return switch (standing) {
            case Approvals.Granted granted -> "passed by " + granted.approval().actor();
            case Approvals.Denied denied ->
                "decided against by " + denied.approval().actor() + ": "
                        + denied.approval().reason();
            case Approvals.Voided voided -> standing(voided);
            case Approvals.Missing missing -> "open";
        };
    }

    /** A class name as words: {@code GoStands} is "go stands". */
    static String ofClass(String className) {
        return className
                .replaceAll("\\$.*", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace("backout", "back-out").replace('_', ' ');
    }
}
