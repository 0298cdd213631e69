package slipway.rollout;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.planning.EarlierReleases;
import slipway.shared.ReleaseNumber;

/** Tells planning what releases found at the sites that they reached. */
@Component
class BringersOfSites implements EarlierReleases {
    private final TargetTable targets;
    private final BackOutTable backOuts;

    BringersOfSites(TargetTable targets, BackOutTable backOuts) {
        this.targets = targets;
        this.backOuts = backOuts;
    }

    @Override
    public Bringer bringer(ReleaseNumber release) {
        return new Bringer(
                backOuts.ofAll(release),
                targets.of(release).stream()
                        .collect(Collectors.toMap(
                                Target::where,
                                target -> new Found(
                                        target.predecessor(),
                                        target.predecessorBy(),
                                        target.state().returned()))));
    }
}
