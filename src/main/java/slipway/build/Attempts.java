package slipway.build;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.shared.PartId;

/** The attempts at parts, however they are made. */
@Component
class Attempts {
    private final BuildRows builds;
    private final DeliveryRows deliveries;

    Attempts(BuildRows builds, DeliveryRows deliveries) {
        this.builds = builds;
        this.deliveries = deliveries;
    }

    Optional<Attempt> newest(PartId part) {
        return Stream.concat(
                        builds.newest(part).map(Attempt::of).stream(),
                        deliveries.of(part).stream().limit(1).map(Attempt::of))
                .max(Comparator.comparing(Attempt::orderedAt));
    }

    /** The same; an error when there is none. */
    Attempt latest(PartId part) {
        return newest(part).orElseThrow(() -> new IllegalStateException("nobody tried to make part " + part));
    }

    /** Keeps with it why the library did not take what it made. */
    void problem(Attempt attempt, String problem) {
        switch (attempt.how()) {
            case REPOSITORY -> builds.problem(attempt.key(), problem);
            case VENDOR -> deliveries.problem(attempt.key(), problem);
            case OTHER -> throw new IllegalStateException(attempt.key() + " was made by no known route");
        }
    }
}
