package slipway.acceptance;

import java.util.List;
import slipway.release.Chapter;
import slipway.shared.UnitId;

/** What was tried of each part and how it went, and what people and vendors say of it. */
public record TestsChapter(List<Tried> trials, List<Judged> parts) implements Chapter {
    /** One trial; {@code against} is the predecessor of a rehearsal. */
    public record Tried(UnitId unit, String version, String trial, String against, String result, double seconds) {}

    /** What the test manager says of a part, and how a vendor vouches for what it delivered. */
    public record Judged(UnitId unit, String version, String verdict, String vouchedBy) {}
}
