package slipway.engine;

/** A technical failure that no retry will mend: becomes an incident at once. */
public class TerminalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TerminalFailure(String message) {
        super(message);
    }

    public TerminalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
