package slipway.engine.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How many seconds each kind of request usually takes, so that among strangers to us the shorter one goes first. */
final class Customs {
    private static final int KINDS = 2_000;
    /** A crowded machine makes everything slow for a while, and that is no custom. */
    private static final double SLOWER = 0.01;

    private static final double FASTER = 0.5;
    private static final int SHORT = 512;
    private static final int LONGEST_WORD = 30;
    private static final double SECOND = 1e9;

    private final Cache<String, Double> seconds =
            Caffeine.newBuilder().maximumSize(KINDS).build();

    double expected(String kind) {
        Double usual = seconds.getIfPresent(kind);
        return usual == null ? 0 : usual;
    }

    void took(String kind, long nanos) {
        double last = nanos / SECOND;
        seconds.asMap().merge(kind, last, (usual, any) -> usual + (last > usual ? SLOWER : FASTER) * (last - usual));
    }

    /**
     * Method and path without what names a single thing, whether a page or everything is asked for, and how long the
     * question is: so what somebody asks dearly at an address tells nothing of what others ask there.
     */
    static String kind(String method, String path, boolean paged, long length) {
        return method + (paged ? " a page of " : " ")
                + Arrays.stream(path.split("/", -1))
                        .map(word -> names(word) ? "*" : word)
                        .collect(Collectors.joining("/"))
                + " " + (Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, length) / SHORT));
    }

    private static boolean names(String word) {
        return word.length() > LONGEST_WORD || word.chars().anyMatch(Character::isDigit);
    }
}
