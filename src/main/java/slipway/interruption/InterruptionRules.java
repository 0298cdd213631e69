package slipway.interruption;

import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.BACKING_OUT;
import static slipway.release.ReleaseState.BACKOUT_FAILED;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.DRAFT;
import static slipway.release.ReleaseState.EARLY_LIFE;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.PAUSED;
import static slipway.release.ReleaseState.PLANNED;
import static slipway.release.ReleaseState.POST_AUDITED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;
import static slipway.release.ReleaseState.REJECTED;
import static slipway.release.ReleaseState.REVIEWED;
import static slipway.release.ReleaseState.SCHEDULED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import slipway.identity.Roles;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;

/** Who may interrupt a release, and what that does to it in which state. */
final class InterruptionRules {
    private static final Set<ReleaseState> BEFORE_PLANNED = Set.of(DRAFT, SUBMITTED);
    private static final Set<ReleaseState> MADE =
            Set.of(IN_BUILD, IN_TEST, ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);
    private static final Set<ReleaseState> WITH_GO = Set.of(AUTHORISED, PREPARED, PRE_AUDITED);
    private static final Set<ReleaseState> LIVE = Set.of(IN_ROLLOUT, DEPLOYED, POST_AUDITED, EARLY_LIFE, REVIEWED);
    private static final Set<ReleaseState> STANDING = Set.of(PAUSED, BACKING_OUT, BACKOUT_FAILED);

    private InterruptionRules() {}

    /** What an interruption does to a release. */
    enum Effect {
        /** It goes back to {@code SUBMITTED}, and its scope is confirmed again. */
        CONFIRMS_SCOPE_AGAIN("the release goes back, and its scope is confirmed again"),
        /** It goes back to {@code IN_BUILD}, and the part is made again. */
        MAKES_PART_AGAIN("the release goes back, and the part is made again"),
        /** It goes back to {@code SUBMITTED}, and is planned again. */
        PLANS_AGAIN("the release goes back, and is planned again with another way back"),
        /** It stands until people decide. */
        STANDS("the release stands, and release manager, change manager or service owner decide how it goes on"),
        /** Nothing new: it stands until people decide already. */
        STOOD_ALREADY(
                "the release stands already, and release manager, change manager or service owner decide how it goes on"),
        /** Nothing new: its sites return to what ran there before. */
        RETURNS_ALREADY("the release is being backed out, and its sites go on returning to what ran there before"),
        /** Nothing new: somebody repairs a site that could not be returned. */
        REPAIRED_FIRST(
                "the release waits until a deployment engineer has repaired the site that could not be returned, and then"
                        + " its back-out goes on"),
        /** Nothing new: its waves are over, and only a back-out would notice. */
        RETURNS_UNREHEARSED(
                "the release stays where it is; if it is backed out, these sites return further back by now, to what was"
                        + " never rehearsed, or stay as they are where nothing is left, as a paused rollout shows before"
                        + " anybody decides"),
        /** Nothing now: it ends, or will be refused where it matters. */
        NONE("the release stays where it is, and what it may still do is checked at its next step");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Why somebody of these groups may not cancel it, if so. */
    static Optional<Refusal> mayNotCancel(Set<String> groups, ReleaseState state) {
        if (!groups.contains(Roles.RELEASE_MANAGER.group()) && !groups.contains(Roles.CHANGE_MANAGER.group())) {
            return Optional.of(Refusal.of(
                    "may-not-cancel",
                    "A release is cancelled by a release manager or the change manager; ask one of them."));
        }
        return state.mayBecome(CANCELLED, Optional.empty())
                ? Optional.empty()
                : Optional.of(
                        Refusal.at("release", "state-table", "The release is " + state.words() + notCancelled(state)));
    }

    private static String notCancelled(ReleaseState state) {
        if (state.ended()) {
            return ", so nothing is left to cancel.";
        }
        return switch (state) {
            case BACKING_OUT, BACKOUT_FAILED -> ", and it ends when its sites are back; nothing is left to cancel.";
            default -> ", and what sites have is not cancelled; stop the rollout and back it out.";
        };
    }

    /** How it ends: change management rejects what was not planned yet. */
    static ReleaseState cancelled(Set<String> groups, ReleaseState state) {
        boolean byChange =
                groups.contains(Roles.CHANGE_MANAGER.group()) && !groups.contains(Roles.RELEASE_MANAGER.group());
        return byChange && BEFORE_PLANNED.contains(state) ? REJECTED : CANCELLED;
    }

    /** Why it cannot go back to that, if so. */
    static Optional<Refusal> notRescheduled(ReleaseState state, ReleaseState to) {
        if (to != SCHEDULED && to != SUBMITTED) {
            throw new IllegalArgumentException("a release is rescheduled or planned again, it does not become " + to);
        }
        // What was overtaken is not planned any more; its scope is confirmed again.
        return WITH_GO.contains(state) || (state == SUBMITTED && to == SUBMITTED)
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "release",
                        "state-table",
                        "The release is " + state.words()
                                + (MADE.contains(state) || BEFORE_PLANNED.contains(state) || state == PLANNED
                                        ? ", and its own tasks lead there; go on with them."
                                        : ", so its waves are settled; a paused rollout is decided in its own task.")));
    }

    /** Why somebody of these groups has no say in this, if so. */
    static Optional<Refusal> notTheirs(Set<String> groups, Roles role, String what) {
        return groups.contains(role.group())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "not-theirs-to-raise",
                        what + " is the word of the " + role.title().toLowerCase(Locale.ROOT) + "; ask them."));
    }

    /** Why no incident can be put down to it, if so. */
    static Optional<Refusal> notLive(ReleaseState state) {
        return LIVE.contains(state) || STANDING.contains(state)
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "release",
                        "not-live",
                        "The release is " + state.words()
                                + (state == ReleaseState.CLOSED
                                        ? ", and its early life is over; raise an RFC that mends what it brought."
                                        : ", so no site got anything of it; check the number.")));
    }

    /** What it does to a release that has an RFC which was taken back. */
    static Effect takenBack(ReleaseState state) {
        if (LIVE.contains(state)) {
            return Effect.STANDS;
        }
        return state == SUBMITTED || state == PLANNED || MADE.contains(state)
                ? Effect.CONFIRMS_SCOPE_AGAIN
                : standing(state);
    }

    /** The same in words; what stands already is decided by the same two. */
    static String takenBackWords(ReleaseState state) {
        return switch (takenBack(state)) {
            case STANDS, STOOD_ALREADY ->
                "the release stands, and change manager and service owner decide together how it goes on";
            default -> takenBack(state).words();
        };
    }

    /** What a serious incident does to a release that some site has. */
    static Effect incident(ReleaseState state) {
        return LIVE.contains(state) ? Effect.STANDS : standing(state);
    }

    /** What it does to a release that delivers a revision which was recalled. */
    static Effect recalled(ReleaseState state) {
        if (LIVE.contains(state)) {
            return Effect.STANDS;
        }
        return MADE.contains(state) ? Effect.MAKES_PART_AGAIN : standing(state);
    }

    /** What it does to a release whose sites would return to a revision that was recalled. */
    static Effect wayBackRecalled(ReleaseState state) {
        if (state == PLANNED || MADE.contains(state)) {
            return Effect.PLANS_AGAIN;
        }
        // What sites have by then is returned further back, if it is.
        if (state == IN_ROLLOUT) {
            return Effect.STANDS;
        }
        return LIVE.contains(state) ? Effect.RETURNS_UNREHEARSED : standing(state);
    }

    /** What stands or returns already is not made to; who decides it then is said all the same. */
    private static Effect standing(ReleaseState state) {
        return switch (state) {
            case PAUSED -> Effect.STOOD_ALREADY;
            case BACKING_OUT -> Effect.RETURNS_ALREADY;
            case BACKOUT_FAILED -> Effect.REPAIRED_FIRST;
            default -> Effect.NONE;
        };
    }
}
