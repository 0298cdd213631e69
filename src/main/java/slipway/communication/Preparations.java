package slipway.communication;

import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;

/** Telling people of a rollout, and hearing from the coordinators that their sites are ready. */
public interface Preparations {

    /** How many coordinators a round asks; places are 0 to {@code asked - 1}. */
    record Round(int number, int asked) {}

    /** One question of a round. */
    record Question(ReleaseNumber release, int round, int place) {}

    /** A site as its coordinator prepares it; {@code window} is the plan's, on the site's wall clock. */
    record SiteToPrepare(SiteId site, String name, int wave, String window) {}

    /**
     * Announces the rollout and fixes who is asked: each coordinator of sites that are in the waves, but those whose
     * word stands for the same parts, window and waves of their sites.
     */
    Round announce(ReleaseNumber release);

    /** The coordinator whom the question was made for. */
    Actor asked(Question question);

    /** Who may answer: the coordinator, or when that one coordinates nothing any more, any coordinator (empty). */
    Optional<Actor> reserved(Question question);

    /** The sites that the question is about. */
    List<SiteToPrepare> sites(Question question);

    /** Somebody's word; ready without training, or not ready without reason, is refused. */
    Result confirm(Question question, Actor actor, boolean ready, boolean trained, String reason);

    /** Why not every site in the waves is ready for the present revisions, window and waves, if so. */
    Optional<Refusal> missing(ReleaseNumber release);

    /** Whether every site is ready; then {@code AUTHORISED → PREPARED}. */
    boolean assess(ReleaseNumber release);
}
