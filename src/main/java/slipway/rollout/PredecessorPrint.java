package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import slipway.cmdb.Cmdb;
import slipway.shared.Digest;
import slipway.shared.PlaceOfUnit;

/** What a go binds to: what is verified at each place before the release reaches it. */
final class PredecessorPrint {
    private PredecessorPrint() {}

    static String of(List<Target> targets, Map<PlaceOfUnit, Cmdb.Item> items) {
        return Digest.of(targets.stream()
                        .map(target -> line(target, Optional.ofNullable(items.get(target.where()))))
                        .sorted()
                        .collect(Collectors.joining("\n")))
                .hex();
    }

    private static String line(Target target, Optional<Cmdb.Item> item) {
        // A site that the release has begun changed by the approved rollout itself.
        boolean untouched = target.state().waiting() || target.state() == TargetState.NOT_REACHED;
        String runs = Optional.ofNullable(
                        untouched ? item.map(Cmdb.Item::verified).orElse(null) : target.predecessor())
                .map(revision -> revision.version() + " " + revision.digest())
                .orElse("absent");
        return target.site() + " " + target.unit() + " " + runs;
    }
}
