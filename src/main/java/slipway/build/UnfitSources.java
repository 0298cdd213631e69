package slipway.build;

/** The sources cannot be built or tested as they are; the sentence is for their author. */
public final class UnfitSources extends Exception {
    private static final long serialVersionUID = 1L;

    public UnfitSources(String message) {
        super(message);
    }
}
