package slipway.engine;

/** A state of what a process is about, by its name and its place in the order in which they are reached. */
public record Stage(String name, int order) {
    /** Of a process that is about nothing with states, or about one in whichever. */
    public static final Stage ANY = new Stage("", -1);

    /** Whichever it was in before. */
    public static final Stage BEFORE = new Stage("(the one before)", -2);

    static Stage of(Enum<?> state) {
        return new Stage(state.name(), state.ordinal());
    }
}
