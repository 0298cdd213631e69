package slipway.engine.work;

import slipway.engine.TerminalFailure;

/** Tells what will not pass from what may. */
final class Failures {
    private Failures() {}

    static boolean isTerminal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TerminalFailure) {
                return true;
            }
        }
        return false;
    }
}
