package slipway.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import slipway.cmdb.Site;
import slipway.shared.SiteId;

/** Waves to begin with: the pilot sites first, the disaster-recovery sites last. */
final class WaveProposal {
    private WaveProposal() {}

    static List<List<SiteId>> of(List<Site> sites, int pilotSites, int sitesPerWave) {
        if (pilotSites < 1 || sitesPerWave < 1) {
            throw new IllegalArgumentException(
                    "a wave has at least one site, not " + pilotSites + " or " + sitesPerWave);
        }
        List<SiteId> ordered = sites.stream()
                .sorted(Comparator.comparing(Site::disasterRecovery)
                        .thenComparing(site -> site.id().value()))
                .map(Site::id)
                .toList();
        List<List<SiteId>> waves = new ArrayList<>();
        int from = 0;
        while (from < ordered.size()) {
            int to = Math.min(ordered.size(), from + (waves.isEmpty() ? pilotSites : sitesPerWave));
            waves.add(ordered.subList(from, to));
            from = to;
        }
        return waves;
    }
}
