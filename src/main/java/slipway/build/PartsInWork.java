package slipway.build;

import org.springframework.stereotype.Component;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.PartId;

/** Parts as the models bring them here: their release is being built. */
@Component
class PartsInWork {
    private final Releases releases;

    PartsInWork(Releases releases) {
        this.releases = releases;
    }

    /** The part to be made of exactly what its plan bound; an error for any other. */
    ReleasePart.Planned planned(PartId id) {
        SubmittedRelease release = releases.submitted(id.release());
        if (release.state() == ReleaseState.IN_BUILD
                && release.part(id.unit()) instanceof ReleasePart.Planned part
                && !part.pin().isEmpty()) {
            return part;
        }
        throw new IllegalStateException("part " + id + " of a release that is "
                + release.state().words() + " is not to be made: " + release.part(id.unit()));
    }
}
