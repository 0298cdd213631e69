package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class DependantsTest {
    private static final ReleaseNumber EARLIER = new ReleaseNumber("REL-2026-0004");
    private static final ReleaseNumber LATER = new ReleaseNumber("REL-2026-0009");
    private static final PlaceOfUnit PAYMENTS_IN_OSLO = new PlaceOfUnit(new SiteId("oslo"), PAYMENTS);
    private static final UnitRevision RUNS = Parts.revision(PAYMENTS, "2.0.0");
    private static final Unit REQUIRING = requiring(PAYMENTS, "1.1.0");
    private static final WayBack.Returns BACK = new WayBack.Returns(OLD, EARLIER);

    private final Map<PlaceOfUnit, Cmdb.Item> items = new HashMap<>();
    private final Map<PlaceOfUnit, ReleaseNumber> coming = new HashMap<>();
    private final Map<ReleaseNumber, Target> parts = new HashMap<>();
    private final Target switched = at("oslo").activated(5).target();

    @Test
    void those_of_the_register_count_that_require_any_of_the_units() {
        Unit none = new Unit.Document(new UnitId("leaflet"), "Leaflet");
        Unit other = requiring(new UnitId("other"), Map.of(PAYMENTS, "1.0.0"));
        List<Unit> register = List.of(none, REQUIRING, other);
        assertThat(Dependants.of(register, List.of(CHECK))).containsExactly(REQUIRING);
        assertThat(Dependants.of(register, List.of(CHECK, PAYMENTS))).containsExactly(REQUIRING, other);
        assertThat(Dependants.of(register, List.of())).isEmpty();
    }

    @Test
    void what_a_later_release_brought_there_and_requires_the_part_keeps_it_there() {
        runs(LATER, 6L);
        assertThat(against(BACK)).contains(lacking(LATER));
        assertThat(against(new WayBack.Returns(null, null))).as("removed").contains(lacking(LATER));
    }

    @Test
    void what_the_part_returns_to_may_be_enough() {
        runs(LATER, 6L);
        assertThat(against(new WayBack.Returns(Parts.revision(CHECK, "1.1.0"), EARLIER)))
                .isEmpty();
        assertThat(against(List.of(requiring(PAYMENTS, Map.of(new UnitId("other"), "9.0.0"))), switched, Set.of()))
                .as("requires something else")
                .isEmpty();
    }

    @Test
    void what_was_never_switched_takes_nothing_away() {
        runs(LATER, 6L);
        assertThat(against(List.of(REQUIRING), at("oslo").target(), Set.of())).isEmpty();
    }

    @Test
    void what_was_there_before_ran_without_it_and_what_is_on_its_way_counts() {
        runs(EARLIER, 4L);
        assertThat(against(BACK)).isEmpty();
        runs(LATER, null);
        assertThat(against(BACK)).as("not switched on yet").contains(lacking(LATER));
        parts.clear();
        assertThat(against(BACK)).as("no part of it is known").contains(lacking(LATER));
        runs(LATER, 5L);
        assertThat(against(BACK)).as("the very same switch").isEmpty();
    }

    @Test
    void what_is_to_be_removed_there_or_was_brought_by_nobody_requires_nothing() {
        items.put(PAYMENTS_IN_OSLO, Parts.item(PAYMENTS_IN_OSLO, null, LATER));
        assertThat(against(BACK)).isEmpty();
        items.put(PAYMENTS_IN_OSLO, Parts.item(PAYMENTS_IN_OSLO, RUNS, null));
        assertThat(against(BACK)).isEmpty();
        items.clear();
        assertThat(against(BACK)).as("the CMDB knows nothing there").isEmpty();
    }

    @Test
    void another_part_of_the_release_keeps_it_only_where_that_stays_itself() {
        runs(RELEASE, 9L);
        assertThat(against(BACK)).isEmpty();
        assertThat(against(List.of(REQUIRING), switched, Set.of(PAYMENTS_IN_OSLO)))
                .contains(lacking(RELEASE));
    }

    @Test
    void whose_order_brings_one_now_is_named_where_nothing_of_it_is_written_yet() {
        coming.put(PAYMENTS_IN_OSLO, LATER);
        assertThat(against(BACK)).contains(lacking(LATER));
        runs(EARLIER, 4L);
        assertThat(against(BACK)).contains(lacking(LATER));
    }

    @Test
    void the_first_that_is_in_the_way_is_named() {
        Unit third = requiring(new UnitId("third"), "1.1.0");
        coming.put(new PlaceOfUnit(new SiteId("oslo"), third.id()), EARLIER);
        coming.put(PAYMENTS_IN_OSLO, LATER);
        assertThat(against(List.of(REQUIRING, third), switched, Set.of())).contains(lacking(LATER));
    }

    private Optional<WayBack.LeftAlone> against(WayBack.Returns way) {
        return dependants(List.of(REQUIRING)).against(switched, way, Set.of());
    }

    private Optional<WayBack.LeftAlone> against(List<Unit> units, Target target, Set<PlaceOfUnit> staying) {
        return dependants(units).against(target, BACK, staying);
    }

    private Dependants dependants(List<Unit> units) {
        return new Dependants(units, items, (by, where) -> Optional.ofNullable(parts.get(by)), coming);
    }

    /** That release brought the requiring unit to Oslo, switched on as the one of that number; null = not yet. */
    private void runs(ReleaseNumber by, @Nullable Long order) {
        items.put(PAYMENTS_IN_OSLO, Parts.item(PAYMENTS_IN_OSLO, RUNS, by));
        Parts part = at("oslo").unit(PAYMENTS, 0);
        parts.put(by, (order == null ? part : part.activated(order)).target());
    }

    private static WayBack.LeftAlone lacking(ReleaseNumber by) {
        return new WayBack.LeftAlone(
                "payments of " + by
                        + " requires iban-check 1.1.0 or later there; back that out first, or leave it as it" + " is.",
                by);
    }

    private static Unit requiring(UnitId unit, String atLeast) {
        return requiring(unit, Map.of(CHECK, atLeast));
    }

    private static Unit requiring(UnitId unit, Map<UnitId, String> requires) {
        return new Unit.Software(unit, "" + unit, new Unit.Repository("repositories/" + unit), requires, Set.of());
    }
}
