package slipway.approval;

import java.util.Map;
import slipway.shared.ReleaseNumber;

/** Says what is true now of the aspects that a capability answers for; aspects not yet known are left out. */
public interface BindingSource {
    /** Fingerprints by aspect; no two sources answer for the same aspect. */
    Map<Aspect, String> bindings(ReleaseNumber release);
}
