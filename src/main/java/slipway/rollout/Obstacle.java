package slipway.rollout;

import java.util.List;
import slipway.shared.ReleaseNumber;

/** Something outside the rollout that keeps a release from going live until its waves are arranged again. */
public interface Obstacle {

    /** In sentences, as of now; empty when nothing does. */
    List<String> because(ReleaseNumber release);
}
