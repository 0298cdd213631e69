package slipway.approval;

import java.util.Locale;
import java.util.Optional;
import slipway.shared.Refusal;

/** What a standing means in words. */
public final class Gates {
    private Gates() {}

    /** Why the gate is not passed, if so. */
    public static Optional<Refusal> open(Approvals.Standing standing, Gate gate) {
        String name = gate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (standing) {
            case Approvals.Granted granted -> Optional.empty();
            case Approvals.Denied denied ->
                Optional.of(Refusal.of(
                        "gate-denied",
                        "The gate '" + name + "' was denied by "
                                + denied.approval().actor() + "."));
            case Approvals.Voided voided ->
                Optional.of(Refusal.of(
                        "approval-voided",
                        "The gate '" + name + "' was passed, but its "
                                + voided.changed()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ')
                                + " changed since; it must be decided again."));
            case Approvals.Missing missing ->
                Optional.of(Refusal.of("gate-open", "The gate '" + name + "' is not decided yet."));
        };
    }

    /** A class name as words: {@code GoStands} is "go stands". */
    static String words(String className) {
        return className
                .replaceAll("\\$.*", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
