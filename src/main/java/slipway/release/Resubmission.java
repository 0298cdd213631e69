package slipway.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;

/** What a second submission keeps of the first: untouched parts with their revisions, the policy, at least the type. */
final class Resubmission {
    private Resubmission() {}

    /** The parts of the scope in its order; one of the same unit and source is as far as it was. */
    static List<ReleasePart> parts(ReleaseNumber release, List<ReleasePart> before, Scope scope) {
        List<ReleasePart> parts = new ArrayList<>();
        for (PartScope wanted : scope.parts()) {
            int place = parts.size();
            parts.add(before.stream()
                    .filter(part ->
                            part.unit().equals(wanted.unit()) && part.source().equals(wanted.source()))
                    .findFirst()
                    .map(part -> at(place, part))
                    .orElseGet(() ->
                            new ReleasePart.Planned(new PartId(release, wanted.unit()), place, wanted.source(), "")));
        }
        return parts;
    }

    /** Never lower than before. */
    static ReleaseType type(Optional<SubmittedRelease> before, ReleaseType decided) {
        return before.map(SubmittedRelease::type).map(decided::atLeast).orElse(decided);
    }

    /** A release is bound to one policy version, once. */
    static int policy(Optional<SubmittedRelease> before, int inForce) {
        return before.map(SubmittedRelease::policy).orElse(inForce);
    }

    private static ReleasePart at(int place, ReleasePart part) {
        return switch (part) {
            case ReleasePart.Planned each -> new ReleasePart.Planned(each.id(), place, each.source(), each.pin());
            case ReleasePart.Rework each ->
                new ReleasePart.Rework(each.id(), place, each.source(), each.pin(), each.reason());
            case ReleasePart.Ready each ->
                new ReleasePart.Ready(each.id(), place, each.source(), each.pin(), each.made());
            case ReleasePart.Accepted each ->
                new ReleasePart.Accepted(each.id(), place, each.source(), each.pin(), each.made());
        };
    }
}
