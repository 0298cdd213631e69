package slipway.build;

import java.util.List;
import java.util.stream.Stream;

/** Many names in one sentence. */
final class Named {
    private static final int MOST = 20;

    private Named() {}

    /** The first of them, and how many more there are. */
    static List<String> briefly(List<String> names) {
        return names.size() <= MOST
                ? names
                : Stream.concat(names.stream().limit(MOST), Stream.of((names.size() - MOST) + " more"))
                        .toList();
    }

    static String inWords(List<String> names) {
        return String.join(", ", briefly(names));
    }
}
