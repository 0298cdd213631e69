package slipway.rollout.process;

import org.springframework.stereotype.Component;
import slipway.rollout.Settlements;
import slipway.site.Teller;

/** Stops waves whose approved window has passed, also where only people work, who come to no order by themselves. */
@Component
class WindowTeller implements Teller {
    private final Settlements settlements;

    WindowTeller(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public boolean tellNext() {
        return OneByOne.tell(settlements.overdueWaves(), settlements::stopOverdue);
    }
}
