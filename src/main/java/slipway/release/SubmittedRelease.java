package slipway.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * A release since its submission: type frozen, bound to a policy version, with its parts in the order in which a site
 * gets them. {@code stoppedIn} is where a paused release was stopped, {@code outcome} how a closed one went.
 */
public record SubmittedRelease(
        ReleaseNumber number,
        String title,
        String purpose,
        Actor requester,
        ReleaseState state,
        Instant draftedAt,
        ReleaseType type,
        int policy,
        List<ReleasePart> parts,
        Set<RfcNumber> rfcs,
        Set<SiteId> sites,
        Optional<ReleaseState> stoppedIn,
        Optional<Outcome> outcome)
        implements Release {
    public SubmittedRelease {
        parts = List.copyOf(parts);
        rfcs = Set.copyOf(rfcs);
        sites = Set.copyOf(sites);
    }

    /** The scope as it was submitted, with the sources of now. */
    public Scope scope() {
        return new Scope(
                parts.stream()
                        .map(part -> new PartScope(part.unit(), part.source()))
                        .toList(),
                rfcs,
                sites);
    }

    /** The part of that unit; an error when there is none. */
    public ReleasePart part(UnitId unit) {
        return parts.stream()
                .filter(part -> part.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("release " + number + " has no part " + unit));
    }

    /** The part at that place; an error when there is none. */
    public ReleasePart part(int place) {
        return parts.stream()
                .filter(part -> part.place() == place)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("release " + number + " has no part " + place));
    }

    /** The revision of each part, in their order; an error while a part is not ready. */
    public List<UnitRevision> revisions() {
        return parts.stream().map(this::made).toList();
    }

    /** The revision of that unit; an error while it is not ready. */
    public UnitRevision revision(UnitId unit) {
        return made(part(unit));
    }

    private UnitRevision made(ReleasePart part) {
        return part.revision()
                .orElseThrow(() -> new IllegalStateException("part " + part.id() + " has no revision yet"));
    }
}
