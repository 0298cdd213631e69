package slipway.engine;

/** Why a model may not enter: where, which rule, and what to do instead. */
public record Finding(String file, String element, String rule, String reason) {
    @Override
    public String toString() {
        return file + ", " + element + ": " + reason + " [" + rule + "]";
    }
}
