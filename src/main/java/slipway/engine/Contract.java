package slipway.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may come of what stands behind an element of a model: one of these outcomes each time; without outcomes it never
 * goes on. {@code touchesWorld} =
 * it changes something that no transaction takes back. {@code ends} = the only stages in which a process may end that
 * begins with it; none = in each.
 */
public record Contract(List<Outcome> outcomes, boolean touchesWorld, Set<Stage> ends) {
    /** Of what tells the process nothing and can be done at any time. */
    public static final Contract NOTHING = of(Outcome.done());

    public static Contract of(Outcome... outcomes) {
        return of(Arrays.asList(outcomes));
    }

    public static Contract of(List<Outcome> outcomes) {
        return new Contract(List.copyOf(outcomes), false, Set.of());
    }

    public Contract touchingWorld() {
        return new Contract(outcomes, true, ends);
    }

    public Contract endingIn(Enum<?>... stages) {
        return new Contract(
                outcomes, touchesWorld, Arrays.stream(stages).map(Stage::of).collect(Collectors.toUnmodifiableSet()));
    }
}
