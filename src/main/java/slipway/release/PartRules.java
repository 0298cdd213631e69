package slipway.release;

import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.Set;
import java.util.stream.Collectors;
import slipway.release.ReleasePart.Accepted;
import slipway.release.ReleasePart.Planned;
import slipway.release.ReleasePart.Ready;
import slipway.release.ReleasePart.Rework;
import slipway.shared.Refusal;
import slipway.shared.UnitRevision;

/** What becomes of a part by each command, from its own state and that of its release. */
final class PartRules {
    /** What came of a command. */
    sealed interface Answer {}

    /** The part is this from now on; the same as before = nothing happened. */
    record Becomes(ReleasePart part) implements Answer {}

    /** Nothing was done. */
    record Refused(Refusal refusal) implements Answer {}

    private PartRules() {}

    /** Another pin than before means other content: what was made of the former one does not count any more. */
    static Answer pin(ReleaseState release, ReleasePart part, String pin) {
        if (release != SUBMITTED) {
            return wrongState(release, part, "bound to what its source names", Set.of(SUBMITTED));
        }
        if (pin.isBlank()) {
            return unpinned(part.source());
        }
        return new Becomes(pin.equals(part.pin()) ? part : new Planned(part.id(), part.place(), part.source(), pin));
    }

    static Answer resource(ReleaseState release, ReleasePart part, String source, String pin) {
        if (release != IN_BUILD) {
            return wrongState(release, part, "made of another source", Set.of(IN_BUILD));
        }
        if (source.isBlank()) {
            return refusedAt("tag", "tag-required", "Name the tag or the delivery to make the part of.");
        }
        if (pin.isBlank()) {
            return unpinned(source);
        }
        return part.revision().isPresent()
                ? made(part)
                : new Becomes(new Planned(part.id(), part.place(), source, pin));
    }

    static Answer ready(ReleaseState release, ReleasePart part, UnitRevision revision) {
        if (release != IN_BUILD) {
            return wrongState(release, part, "made ready", Set.of(IN_BUILD));
        }
        if (!revision.unit().equals(part.unit())) {
            return refused("revision-of-part", "Part " + part.id() + " is no " + revision.unit() + ".");
        }
        return switch (part) {
            case Planned planned ->
                planned.pin().isEmpty()
                        ? unpinned(planned.source())
                        : new Becomes(
                                new Ready(planned.id(), planned.place(), planned.source(), planned.pin(), revision));
            case Rework rework ->
                refused(
                        "part-to-repair",
                        "Part " + rework.id() + " was sent back (" + rework.reason() + "); repair it first.");
            case Ready ready -> ready.made().equals(revision) ? new Becomes(ready) : made(ready);
            case Accepted accepted -> accepted.made().equals(revision) ? new Becomes(accepted) : made(accepted);
        };
    }

    static Answer rework(ReleaseState release, ReleasePart part, String reason) {
        if (release != IN_TEST && release != IN_BUILD) {
            return wrongState(release, part, "sent back", Set.of(IN_TEST, IN_BUILD));
        }
        if (reason.isBlank()) {
            return refusedAt("reason", "reason-required", "Say why the part is sent back.");
        }
        return part.revision().isEmpty()
                ? refused("part-not-ready", "Part " + part.id() + " is not made yet; there is nothing to send back.")
                : new Becomes(new Rework(part.id(), part.place(), part.source(), part.pin(), reason));
    }

    static Answer accepted(ReleaseState release, ReleasePart part) {
        if (release != IN_TEST) {
            return wrongState(release, part, "accepted", Set.of(IN_TEST));
        }
        return switch (part) {
            case Ready ready ->
                new Becomes(new Accepted(ready.id(), ready.place(), ready.source(), ready.pin(), ready.made()));
            case Accepted accepted -> new Becomes(accepted);
            case Planned planned -> notReady(planned);
            case Rework rework -> notReady(rework);
        };
    }

    /** How far a part is, for people. */
    static String words(ReleasePart part) {
        return switch (part) {
            case Planned planned -> "planned";
            case Rework rework -> "sent back: " + rework.reason();
            case Ready ready -> "ready";
            case Accepted accepted -> "accepted";
        };
    }

    private static Answer notReady(ReleasePart part) {
        return refused("part-not-ready", "Part " + part.id() + " is not made yet and cannot be accepted.");
    }

    private static Answer made(ReleasePart part) {
        return refused(
                "part-is-made",
                "Part " + part.id() + " is made already"
                        + part.revision().map(revision -> " as " + revision).orElse("")
                        + "; send it back before it is made anew.");
    }

    private static Answer unpinned(String source) {
        return refusedAt("tag", "source-unpinned", "It is not known what exactly '" + source + "' names; plan again.");
    }

    private static Answer wrongState(ReleaseState release, ReleasePart part, String what, Set<ReleaseState> needed) {
        String states = needed.stream().map(ReleaseState::words).sorted().collect(Collectors.joining(" or "));
        return refused(
                "state-table",
                "Release " + part.id().release() + " is " + release.words() + "; its parts are only " + what
                        + " while it is " + states + ".");
    }

    private static Answer refused(String rule, String reason) {
        return new Refused(Refusal.of(rule, reason));
    }

    private static Answer refusedAt(String field, String rule, String reason) {
        return new Refused(Refusal.at(field, rule, reason));
    }
}
