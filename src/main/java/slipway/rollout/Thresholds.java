package slipway.rollout;

/** What stops the pilot of a rollout, and what stops its other waves. */
public record Thresholds(Threshold pilot, Threshold wave) {

    /** The first wave is the pilot where others follow that it can warn. */
    Threshold of(int number, int waves) {
        return number == 1 && waves > 1 ? pilot : wave;
    }

    /** When so many waves stop, in sentences. */
    String words(int waves) {
        return waves > 1
                ? "The pilot, wave 1, stops when " + pilot.words() + "; a later wave when " + wave.words() + "."
                : "The wave stops when " + wave.words() + ".";
    }
}
