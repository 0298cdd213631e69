package slipway.release;

import java.util.Locale;

/** How a closed release went; from good to bad, the worse of two that fit counts. */
public enum Outcome {
    /** Every planned site verified, objectives met. */
    SUCCESS,
    /** A restored site or an accepted shortfall. */
    WITH_ISSUES,
    /** Coverage below the minimum, a failed back-out, or an objective missed that is critical for going live. */
    FAILED,
    /** No site on the new revision. */
    BACKED_OUT;

    /** For people: {@code WITH_ISSUES} is "with issues". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
