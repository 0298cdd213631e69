package slipway.check;

import java.util.List;
import slipway.release.Chapter;
import slipway.shared.UnitId;

/** What checks that process owners drew found, oldest first. */
public record ChecksChapter(List<Checked> checks) implements Chapter {
    /** One revision; while it is checked the result says what the command wrote last. */
    public record Checked(String step, String check, UnitId unit, String version, String result, String report) {}
}
