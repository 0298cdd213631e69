package slipway.engine.guard;

import java.util.List;
import java.util.stream.Stream;

/** How each command is issued through each door. What REST does not offer has no endpoint. */
final class Deeds {
    private Deeds() {}

    static List<Deed> all() {
        return Stream.of(TaskDeeds.all(), InstanceDeeds.all(), JobDeeds.all(), ModelDeeds.all(), PeopleDeeds.all())
                .flatMap(List::stream)
                .toList();
    }
}
