package slipway.rollout;

import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** The long work of a wave, outside any transaction: repeated after a crash it goes on where it was. */
public interface Installation {
    /** Tries each site of a wave that was started; a site that fails is recorded and never keeps the others waiting. */
    Result install(ReleaseNumber release, int wave);
}
