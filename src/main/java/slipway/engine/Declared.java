package slipway.engine;

/** What stands behind an element of a model and says what models may rely on. */
public interface Declared {
    /** What may come of it, drawn as this block. */
    default Contract contract(Block block) {
        return Contract.NOTHING;
    }
}
