package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class FormerCommitsTest {
    private static final SiteId ZURICH = new SiteId("zurich");
    private static final SiteId GENEVA = new SiteId("geneva");
    private static final SiteId BASEL = new SiteId("basel");
    private static final UnitRevision OLD = new UnitRevision(new UnitId("unit"), "1", Digest.of("1"));
    private static final UnitRevision NEW = new UnitRevision(new UnitId("unit"), "2", Digest.of("2"));

    @Test
    void what_runs_at_some_site_of_the_release_counts() {
        Map<UnitRevision, Set<SiteId>> live = Map.of(OLD, Set.of(ZURICH, GENEVA), NEW, Set.of(BASEL));

        assertThat(FormerCommits.running(live, Set.of(GENEVA))).containsExactly(OLD);
        assertThat(FormerCommits.running(live, Set.of(GENEVA, BASEL))).containsExactlyInAnyOrder(OLD, NEW);
        assertThat(FormerCommits.running(live, Set.of())).isEmpty();
        assertThat(FormerCommits.running(Map.of(), Set.of(GENEVA))).isEmpty();
    }
}
