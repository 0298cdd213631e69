package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/**
 * Waves, sites and parts, and how far each is; empty before waves are arranged. {@code pausedBecause} says why it stands
 * or stood last, {@code notCleared} why it was refused last when it was to start, {@code stops} when its waves stop.
 */
public record RolloutChapter(
        List<Wave> waves,
        List<SiteLine> sites,
        List<PartLine> parts,
        String stops,
        String pausedBecause,
        List<String> notCleared,
        Figures figures)
        implements Chapter {

    /** One wave; planned counts sites. */
    public record Wave(int wave, String state, int planned, int verified, int failed, Optional<Instant> startedAt) {}

    /** One site; {@code window} is the plan's window on the site's wall clock, {@code from} what runs there before. */
    public record SiteLine(
            SiteId site,
            String name,
            Actor coordinator,
            int wave,
            String state,
            String reason,
            String from,
            String window) {}

    /** One part at one site. */
    public record PartLine(
            SiteId site, UnitId unit, int wave, String state, int attempt, String reason, String returnsTo) {}

    /** How many sites ended where. */
    public record Figures(
            int planned, int onNewRevision, int restored, int failed, int notReached, int leftAlone, int open) {}
}
