package slipway.release;

import java.time.Instant;
import java.util.List;

/** What happened to the release in words, oldest first; {@code who} is Slipway where no person acted. */
public record HistoryChapter(List<Line> lines) implements Chapter {
    /** One event. */
    public record Line(Instant at, String who, String subject, String what) {}
}
