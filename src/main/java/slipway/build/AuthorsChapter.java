package slipway.build;

import java.util.List;
import slipway.release.Chapter;
import slipway.shared.UnitId;

/** Who wrote what is delivered and is in no directory, with the word on each that decides whom it bars. */
public record AuthorsChapter(List<Shown> authors, int left) implements Chapter {
    /** Who that is, as somebody said when and why; {@code left} of the chapter are not shown. */
    public record Shown(UnitId unit, String name, String address, int commits, String who) {}
}
