package slipway.release;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.policy.Policies;
import slipway.policy.PolicyTime;
import slipway.release.ReleaseEvent.WaitBegun;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class LoggedPolicyWaits implements PolicyWaits {
    private final Releases releases;
    private final Policies policies;
    private final EventLog log;

    LoggedPolicyWaits(Releases releases, Policies policies, EventLog log) {
        this.releases = releases;
        this.policies = policies;
        this.log = log;
    }

    @Override
    public Duration begin(ReleaseNumber release, String step, PolicyTime time) {
        int policy = releases.submitted(release).policy();
        Duration lasts = time.of(policies.version(policy));
        log.append(release, new WaitBegun(step, time, policy, lasts));
        return lasts;
    }
}
