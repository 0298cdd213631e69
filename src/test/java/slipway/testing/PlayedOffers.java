package slipway.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.release.Offers;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** Sources of units without building: every name is a version, unless a test says something else of it. */
public final class PlayedOffers implements Offers {
    private final Map<String, Pin> answers = new HashMap<>();
    private final Map<UnitId, List<String>> lists = new HashMap<>();

    /** From now on that name stands for something else, or for nothing. */
    public void answer(UnitId unit, String source, Pin pin) {
        answers.put(unit + " " + source, pin);
    }

    /** What the unit's sources offer from now on, newest first. */
    public void offer(UnitId unit, String... sources) {
        lists.put(unit, List.of(sources));
    }

    void reset() {
        answers.clear();
        lists.clear();
    }

    @Override
    public List<String> of(UnitId unit) {
        return lists.getOrDefault(unit, List.of());
    }

    @Override
    public Optional<Refusal> barred(UnitId unit, String version) {
        return Optional.empty();
    }

    @Override
    public Pin pin(UnitId unit, String source) {
        String version = source.startsWith("v") ? source.substring(1) : source;
        return answers.getOrDefault(
                unit + " " + source, new Pinned(Digest.of(unit + source).hex(), version));
    }
}
