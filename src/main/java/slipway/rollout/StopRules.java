package slipway.rollout;

import static slipway.release.ReleaseState.BACKING_OUT;
import static slipway.release.ReleaseState.BACKOUT_FAILED;
import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.EARLY_LIFE;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.PAUSED;
import static slipway.release.ReleaseState.POST_AUDITED;
import static slipway.release.ReleaseState.REVIEWED;

import java.util.Optional;
import java.util.Set;
import slipway.identity.Roles;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;

/** Who may stop a rollout, and what that does. */
final class StopRules {
    private static final Set<String> ANY_RELEASE = Set.of(
            Roles.RELEASE_MANAGER.group(),
            Roles.CHANGE_MANAGER.group(),
            Roles.SERVICE_OWNER.group(),
            Roles.INCIDENT_MANAGER.group());
    private static final Set<ReleaseState> AFTER_THE_LAST_WAVE = Set.of(DEPLOYED, POST_AUDITED, EARLY_LIFE, REVIEWED);

    private StopRules() {}

    /** What a stop does. */
    enum Effect {
        /** No further site of the running wave begins; the release pauses once nothing is under way. */
        STOPS_WAVE,
        /** The release pauses when the wave, where nothing is under way any more, is evaluated. */
        PAUSES_AFTER_WAVE,
        /** The release pauses at once. */
        PAUSES
    }

    /** A site names its coordinator also when they left the role since. */
    static Optional<Refusal> notAllowed(Set<String> groups, boolean namedByASite) {
        boolean coordinates = namedByASite && groups.contains(Roles.SITE_COORDINATOR.group());
        return coordinates || groups.stream().anyMatch(ANY_RELEASE::contains)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "may-not-stop",
                        "A rollout is stopped by the release manager, the change manager, the service owner, the"
                                + " incident manager or the coordinator of one of its sites; call one of them."));
    }

    /** Why there is nothing to stop, if so. */
    static Optional<Refusal> nothingToStop(ReleaseState state) {
        if (state == IN_ROLLOUT || AFTER_THE_LAST_WAVE.contains(state)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of("nothing-to-stop", standing(state)));
    }

    /**
     * Why a rollout cannot be given up, if so: {@code among} = it stands or goes on among its waves, {@code switched} =
     * some site was switched or changed, {@code working} = sites are worked at, or what was decided is being carried out.
     */
    static Optional<Refusal> notGivenUp(ReleaseState state, boolean among, boolean switched, boolean working) {
        if (!among || switched) {
            return Optional.of(Refusal.at(
                    "release",
                    "state-table",
                    "The release is " + state.words() + ", and sites were switched to it; "
                            + (state == PAUSED ? "" : "stop it and ")
                            + "have all sites backed out: those that have nothing of it are left as they are, and the"
                            + " release ends."));
        }
        return working
                ? Optional.of(Refusal.at(
                        "release",
                        "sites-under-way",
                        "Sites are being worked at, or a decision is being carried out; stop the rollout, and cancel it"
                                + " when nothing is under way and no site was switched."))
                : Optional.empty();
    }

    /** How a release stands that nobody can stop, and what may be done with it instead. */
    private static String standing(ReleaseState state) {
        return switch (state) {
            case PAUSED -> "The rollout stands already; decide how it goes on.";
            case BACKING_OUT ->
                "The release is being backed out, so no further site gets it; its sites return one after the other.";
            case BACKOUT_FAILED ->
                "A site of the release could not be returned, so its back-out stands already; have the site repaired"
                        + " in its task, then it goes on.";
            default ->
                "The release is " + state.words() + ", so no rollout can be stopped"
                        + (state.ended() ? "." : "; cancel it, or decide in its own tasks.");
        };
    }

    /** For a release that can be stopped; {@code wave} is its wave that is not over, if there is one. */
    static Effect effect(ReleaseState state, Optional<WaveState> wave) {
        if (state != IN_ROLLOUT) {
            return Effect.PAUSES;
        }
        return wave.map(open -> open == WaveState.SETTLED ? Effect.PAUSES_AFTER_WAVE : Effect.STOPS_WAVE)
                .orElse(Effect.PAUSES);
    }
}
