package slipway.approval;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

/** Scope and revision, which the release itself holds. */
@Component
class ReleaseBindings implements BindingSource {
    private final Releases releases;

    ReleaseBindings(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Map<Aspect, String> bindings(ReleaseNumber number) {
        Release release = releases.get(number);
        Map<Aspect, String> bindings = new EnumMap<>(Aspect.class);
        if (release.scope() != null) {
            bindings.put(Aspect.SCOPE, release.scope().fingerprint());
        }
        if (release.revision() != null) {
            bindings.put(Aspect.REVISION, release.revision().digest().hex());
        }
        return bindings;
    }
}
