package slipway.change;

import java.util.List;
import java.util.stream.Collectors;

/** Lists for people. */
final class Words {
    private Words() {}

    static String of(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
