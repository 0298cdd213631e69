package slipway.rollout;

import java.util.List;
import java.util.stream.Collectors;
import slipway.shared.SiteId;

/** What the sentences of a rollout's events have in common. */
final class RolloutWords {
    private RolloutWords() {}

    static String counted(int count) {
        return count + (count == 1 ? " site" : " sites");
    }

    /** What people typed, so that another sentence may follow. */
    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("!") || stripped.endsWith("?") ? stripped : stripped + ".";
    }

    static String stay(List<SiteId> staying) {
        if (staying.isEmpty()) {
            return "";
        }
        return " " + counted(staying.size()) + (staying.size() == 1 ? " stays" : " stay")
                + " with what the release brought there: " + names(staying) + ". Somebody must put it right there.";
    }

    static String names(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
