package slipway.rollout;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import slipway.shared.SiteId;

/** Lists of sites as people read them. */
final class Sites {
    private Sites() {}

    static List<SiteId> sorted(Collection<SiteId> sites) {
        return sites.stream()
                .distinct()
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
    }
}
