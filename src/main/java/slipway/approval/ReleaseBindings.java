package slipway.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.release.Dossiers;
import slipway.release.Releases;
import slipway.release.ScopeChapter;
import slipway.release.SubmittedRelease;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** Scope, criteria and revisions, which the release itself holds. */
@Component
class ReleaseBindings implements BindingSource {
    private final Releases releases;
    private final Dossiers dossiers;

    ReleaseBindings(Releases releases, Dossiers dossiers) {
        this.releases = releases;
        this.dossiers = dossiers;
    }

    @Override
    public Set<Aspect> answersFor() {
        return Set.of(Aspect.SCOPE, Aspect.CRITERIA, Aspect.REVISION);
    }

    @Override
    public Map<Bound, String> bindings(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        ScopeChapter scope = dossiers.chapter(number, ScopeChapter.class);
        Map<Bound, String> bindings = new HashMap<>();
        bindings.put(Bound.whole(Aspect.SCOPE), release.scope().fingerprint());
        release.parts().forEach(part -> {
            bindings.put(Bound.of(Aspect.CRITERIA, part.unit()), criteria(scope, part.unit()));
            part.revision()
                    .ifPresent(revision -> bindings.put(
                            Bound.of(Aspect.REVISION, part.unit()),
                            revision.digest().hex()));
        });
        return bindings;
    }

    // An RFC that comes or goes touches the part that it is about, and no other.
    private static String criteria(ScopeChapter scope, UnitId unit) {
        return Digest.of(scope.rfcs().stream()
                        .filter(rfc -> rfc.unit().equals(unit))
                        .map(rfc -> rfc.number() + "\n" + rfc.criteria())
                        .sorted()
                        .collect(Collectors.joining("\n\n")))
                .hex();
    }
}
