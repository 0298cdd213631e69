package slipway.build;

import java.io.IOException;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns.Deposit;

/** Puts what an attempt made into the library's store, by the route that made it. */
@Component
class Stores {
    private final BuildRows builds;
    private final DeliveryRows deliveries;
    private final Deposits built;
    private final DeliveryDeposits delivered;

    Stores(BuildRows builds, DeliveryRows deliveries, Deposits built, DeliveryDeposits delivered) {
        this.builds = builds;
        this.deliveries = deliveries;
        this.built = built;
        this.delivered = delivered;
    }

    Deposit deposit(Attempt attempt) throws IOException, InterruptedException {
        return switch (attempt.how()) {
            case REPOSITORY -> built.deposit(builds.find(attempt.key()).orElseThrow());
            case VENDOR -> delivered.deposit(deliveries.find(attempt.key()).orElseThrow());
            case OTHER -> throw new IllegalStateException(attempt.key() + " was made by no known route");
        };
    }
}
