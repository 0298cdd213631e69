package slipway.callout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import slipway.callout.CallOuts.Asked;
import slipway.release.Release;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.UnitRevision;

/** What others are told of a release: what it is, how it stands, and what exactly it delivers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldFacts(
        String key,
        String question,
        SortedSet<String> answers,
        String release,
        String title,
        String state,
        @Nullable String type,
        List<Part> parts) {

    /** One part; version and digest once it is made ready. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String unit,
            String source,
            @Nullable String version,
            @Nullable String digest) {
        static Part of(ReleasePart part) {
            Optional<UnitRevision> made = part.revision();
            return new Part(
                    part.unit().value(),
                    part.source(),
                    made.map(UnitRevision::version).orElse(null),
                    made.map(revision -> revision.digest().hex()).orElse(null));
        }
    }

    static ToldFacts of(Asked asked, Release release) {
        Optional<SubmittedRelease> submitted =
                release instanceof SubmittedRelease since ? Optional.of(since) : Optional.empty();
        return new ToldFacts(
                asked.key(),
                asked.step(),
                new TreeSet<>(asked.answers()),
                release.number().value(),
                release.title(),
                release.state().name(),
                submitted.map(since -> since.type().name()).orElse(null),
                submitted
                        .map(since -> since.parts().stream().map(Part::of).toList())
                        .orElse(List.of()));
    }
}
