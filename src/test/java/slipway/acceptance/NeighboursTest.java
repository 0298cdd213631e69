package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.FILES;
import static slipway.acceptance.Values.MADE;
import static slipway.acceptance.Values.revision;
import static slipway.acceptance.Values.sites;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class NeighboursTest {
    private static final Set<SiteId> SITES = sites("zurich", "new-york", "singapore-dr");

    @Test
    void the_other_parts_are_there_as_they_will_be() {
        UnitRevision files = revision(FILES, "2.0.0");

        assertThat(Neighbours.of(CHECK, List.of(MADE, files), List.of(), Map.of(), SITES))
                .isEqualTo(Map.of(FILES, Optional.of(files)));
    }

    @Test
    void a_required_unit_of_the_release_itself_is_the_one_of_the_release() {
        UnitRevision files = revision(FILES, "2.0.0");

        assertThat(Neighbours.of(
                        CHECK,
                        List.of(MADE, files),
                        List.of(FILES),
                        Map.of(FILES, Map.of(revision(FILES, "1.0.0"), sites("zurich"))),
                        SITES))
                .isEqualTo(Map.of(FILES, Optional.of(files)));
    }

    @Test
    void another_required_unit_is_there_as_most_of_the_sites_run_it() {
        UnitRevision old = revision(FILES, "1.0.0");
        UnitRevision newer = revision(FILES, "1.1.0");

        assertThat(beside(Map.of(old, sites("zurich"), newer, sites("new-york", "singapore-dr"))))
                .contains(newer);
        assertThat(beside(Map.of(old, sites("zurich"), newer, sites("basel", "bern", "chur"))))
                .contains(old);
    }

    @Test
    void of_two_as_common_the_first_by_name_is_there_whichever_is_met_first() {
        UnitRevision old = revision(FILES, "1.0.0");
        UnitRevision newer = revision(FILES, "1.1.0");
        var met = new LinkedHashMap<UnitRevision, Set<SiteId>>();
        met.put(old, sites("zurich", "basel"));
        met.put(newer, sites("new-york", "bern", "chur"));

        assertThat(beside(met)).contains(old);
        assertThat(beside(met.reversed())).contains(old);
    }

    @Test
    void what_none_of_the_sites_runs_is_missing() {
        assertThat(beside(Map.of())).isEmpty();
        assertThat(beside(Map.of(revision(FILES, "1.0.0"), sites("basel")))).isEmpty();
    }

    private static Optional<UnitRevision> beside(Map<UnitRevision, Set<SiteId>> live) {
        var beside = Neighbours.of(CHECK, List.of(MADE), List.of(FILES), Map.of(FILES, live), SITES);
        assertThat(beside).containsOnlyKeys(FILES);
        return beside.getOrDefault(FILES, Optional.empty());
    }
}
