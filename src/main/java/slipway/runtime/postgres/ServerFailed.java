package slipway.runtime.postgres;

/** One of PostgreSQL's programs failed; {@link #said()} is what it said. */
public final class ServerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String said;

    ServerFailed(String what, String said) {
        super(what + ": " + said);
        this.said = said;
    }

    /** The program's own words. */
    public String said() {
        return said;
    }
}
