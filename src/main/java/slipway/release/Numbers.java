package slipway.release;

import java.util.Optional;
import java.util.Set;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Whether a version fits a release: its type, and what each of its sites runs. */
public interface Numbers {
    /**
     * Why the release may not deliver its unit in that version, if so: {@code numbering}, {@code downgrades-site},
     * {@code nothing-new}; also for a repair, whose tag may bring another number than the one that was planned.
     */
    Optional<Refusal> contradiction(SubmittedRelease release, UnitId unit, String version);

    /**
     * Why what the release has made may no longer come to these sites, since they run a later version by now: {@code
     * downgrades-site}.
     */
    Optional<Refusal> fallsBack(SubmittedRelease release, Set<SiteId> sites);
}
