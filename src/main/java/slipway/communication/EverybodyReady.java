package slipway.communication;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** Every coordinator confirmed readiness and training for exactly these revisions, this window and these waves. */
@Component
class EverybodyReady implements GoLiveCondition {
    private final Preparations preparations;

    EverybodyReady(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        return preparations.missing(release.number());
    }
}
