package slipway.release.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipway.release.Outcome;
import slipway.release.Release;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.UnitRevision;

/** A release in a list; what an unsubmitted one does not have yet is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseSummary(
        String number,
        String title,
        String purpose,
        String requester,
        ReleaseState state,
        Instant draftedAt,
        @Nullable ReleaseType type,
        @Nullable Integer policy,
        @Nullable List<Part> parts,
        @Nullable List<String> rfcs,
        @Nullable List<String> sites,
        @Nullable Outcome outcome) {

    /** A unit of the release; version and digest once it is ready. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String unit,
            String source,
            @Nullable String version,
            @Nullable String digest) {
        static Part of(ReleasePart part) {
            return new Part(
                    part.unit().value(),
                    part.source(),
                    part.revision().map(UnitRevision::version).orElse(null),
                    part.revision().map(made -> made.digest().hex()).orElse(null));
        }
    }

    static ReleaseSummary of(Release release) {
        return switch (release) {
            case Release.Unsubmitted draft -> summary(draft, null, null, null, null, null, null);
            case SubmittedRelease known ->
                summary(
                        known,
                        known.type(),
                        known.policy(),
                        known.parts().stream().map(Part::of).toList(),
                        sorted(known.rfcs()),
                        sorted(known.sites()),
                        known.outcome().orElse(null));
        };
    }

    private static ReleaseSummary summary(
            Release release,
            @Nullable ReleaseType type,
            @Nullable Integer policy,
            @Nullable List<Part> parts,
            @Nullable List<String> rfcs,
            @Nullable List<String> sites,
            @Nullable Outcome outcome) {
        return new ReleaseSummary(
                release.number().value(),
                release.title(),
                release.purpose(),
                release.requester().id(),
                release.state(),
                release.draftedAt(),
                type,
                policy,
                parts,
                rfcs,
                sites,
                outcome);
    }

    private static List<String> sorted(Set<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }
}
