package slipway.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/**
 * The plan: objectives, window, what a back-out returns to, who else wants the same sites, and what was decided against
 * the release so far; the plan itself is empty before it is drafted.
 */
public record PlanChapter(
        int version,
        List<Objective> objectives,
        Optional<Instant> start,
        Optional<Instant> end,
        List<ReturnTo> returns,
        Optional<Long> backoutMinutes,
        String pointOfNoReturn,
        Optional<Actor> author,
        List<Conflict> conflicts,
        List<Objection> objections)
        implements Chapter {

    /** A measurable objective; {@code measured} is empty where early life shows it. */
    public record Objective(int place, String objective, Weight critical, Optional<Instant> measured) {}

    /** Whether a release failed without an objective. */
    public enum Weight {
        /** It did. */
        YES,
        /** It fell short of it. */
        NO
    }

    /** One distinct content that a back-out returns to, and the sites that return to it. */
    public record ReturnTo(UnitId unit, String to, List<SiteId> sites) {}

    /** Another open release at the same unit and sites. */
    public record Conflict(
            ReleaseNumber other, String title, String state, UnitId unit, List<SiteId> sites, Claim claim) {}

    /** How far another release's wish for sites goes. */
    public enum Claim {
        /** It has them for itself now. */
        RESERVED,
        /** It will need them. */
        WANTED
    }

    /** Why somebody decided against the release at a gate; the newest first. */
    public record Objection(String gate, Optional<UnitId> part, Actor by, Instant at, String reason) {}
}
