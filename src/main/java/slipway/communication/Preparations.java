package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Telling people of a rollout, and hearing from the coordinators that their sites are ready. */
public interface Preparations {

    /** The coordinators of all sites, by id; each confirms once for all their sites. */
    List<Actor> coordinators();

    /** Queues the rollout notice to coordinators, service owners and communication leads; never the same one twice. */
    void announce(ReleaseNumber release);

    /** A coordinator's word; ready without training, or not ready without reason, is refused. */
    Result confirm(ReleaseNumber release, Actor coordinator, boolean ready, boolean trained, String reason);

    /** Why not everybody is ready for the present revision and window, if so. */
    Optional<Refusal> missing(ReleaseNumber release);

    /** Whether everybody is ready; then {@code AUTHORISED → PREPARED}. */
    boolean assess(ReleaseNumber release);

    /** The sites of a coordinator with wave and window in local time, as the table of the form. */
    List<Map<String, Object>> sites(ReleaseNumber release, Actor coordinator);
}
