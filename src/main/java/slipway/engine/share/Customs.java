package slipway.engine.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** How many seconds each kind of request usually costs, so that among strangers to us the shorter one goes first. */
final class Customs {
    private static final int KINDS = 2_000;
    /** A crowded machine makes everything slow for a while, and that is no custom. */
    private static final double SLOWER = 0.01;

    private static final double FASTER = 0.5;
    private static final double SECOND = 1e9;

    private final Cache<Kind, Custom> customs =
            Caffeine.newBuilder().maximumSize(KINDS).build();

    /** The first time is slow anywhere, and whoever is kept waiting by it never shows that the next is not. */
    private record Custom(double seconds, boolean again) {
        Custom more(double last) {
            return new Custom(
                    again ? seconds + (last > seconds ? SLOWER : FASTER) * (last - seconds) : Math.min(seconds, last),
                    true);
        }
    }

    Expected expected(Kind kind) {
        Custom usual = customs.getIfPresent(kind);
        return usual == null || !usual.again() ? Expected.NOTHING : kind.costing(usual.seconds());
    }

    void took(Kind kind, long nanos) {
        double last = nanos / SECOND;
        customs.asMap().merge(kind, new Custom(last, false), (usual, any) -> usual.more(last));
    }
}
