package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.NEW;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.planning.EarlierReleases.Bringer;
import slipway.planning.EarlierReleases.Found;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

class BackOutRulesTest {
    private static final ReleaseNumber EARLIER = new ReleaseNumber("REL-2026-0004");
    private static final ReleaseNumber FIRST = new ReleaseNumber("REL-2026-0001");
    private static final ReleaseNumber LATER = new ReleaseNumber("REL-2026-0009");
    private static final UnitRevision OLDER = Parts.revision(CHECK, "0.9.0");

    private final Map<PlaceOfUnit, Cmdb.Item> items = new HashMap<>();
    private final Map<UnitRevision, Library.Holding> holdings = new HashMap<>();
    private final Map<ReleaseNumber, Bringer> bringers = new HashMap<>();
    private final Set<PlaceOfUnit> toBeRemoved = new HashSet<>();

    BackOutRulesTest() {
        for (UnitRevision revision : List.of(OLDER, OLD, NEW)) {
            holdings.put(revision, Parts.holding(revision, Library.State.ACCEPTED, false));
        }
    }

    @Test
    void a_site_returns_to_what_was_verified_there_before() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
    }

    @Test
    void the_first_release_of_a_unit_returns_to_its_absence() {
        assertThat(wayBack(verified("oslo", 1, null, null))).isEqualTo(new WayBack.Returns(null, null));
    }

    @Test
    void nothing_falls_below_a_later_release_and_that_release_is_named() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        items.put(oslo.where(), Parts.item(oslo.where(), Parts.revision(CHECK, "1.2.0"), LATER));
        assertThat(wayBack(oslo))
                .isEqualTo(new WayBack.LeftAlone(
                        "REL-2026-0009 lies on top; back that out first, or leave it as it is.", LATER));
    }

    @Test
    void what_was_authorised_again_when_a_site_was_left_alone_does_not_lie_on_top() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        items.put(oslo.where(), Parts.item(oslo.where(), OLD, EARLIER));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
        items.put(oslo.where(), Parts.item(oslo.where(), OLDER, FIRST));
        assertThat(wayBack(oslo)).isInstanceOf(WayBack.LeftAlone.class);
        assertThat(wayBack(new Parts(oslo).toReturn(OLDER, FIRST).target()))
                .isEqualTo(new WayBack.Returns(OLD, EARLIER));
        items.put(oslo.where(), Parts.item(oslo.where(), OLD, LATER));
        assertThat(wayBack(oslo)).as("the same once more by a later release").isInstanceOf(WayBack.LeftAlone.class);
    }

    @Test
    void what_no_release_authorised_is_left_alone() {
        WayBack leftAlone = new WayBack.LeftAlone("what is authorised there was not brought by a release.", null);
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        items.put(oslo.where(), Parts.item(oslo.where(), OLDER, null));
        assertThat(wayBack(oslo)).isEqualTo(leftAlone);
        items.clear();
        assertThat(wayBack(oslo)).isEqualTo(leftAlone);
    }

    @Test
    void a_site_that_was_seen_to_run_something_else_is_looked_at_again() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        items.put(oslo.where(), Parts.seen(oslo.where(), NEW, new Content.Absent()));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
        items.put(oslo.where(), Parts.seen(oslo.where(), NEW, new Content.Known(OLDER)));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
    }

    @Test
    void an_altered_site_still_runs_the_release_and_returns() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        items.put(oslo.where(), Parts.seen(oslo.where(), NEW, new Content.Unknown(Digest.of("altered"))));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
        Cmdb.Item neverSeen = new Cmdb.Item(oslo.where().site(), CHECK, NEW, RELEASE, null, null, NEW);
        items.put(oslo.where(), neverSeen);
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
    }

    @Test
    void what_failed_after_its_activation_returns_whatever_was_seen() {
        Target oslo = at("oslo")
                .is(TargetState.FAILED)
                .activated(3)
                .replacing(OLD, EARLIER)
                .target();
        items.put(oslo.where(), Parts.seen(oslo.where(), OLD, new Content.Known(OLDER)));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
    }

    @Test
    void what_was_never_switched_is_only_looked_at_even_where_its_revision_is_barred_now() {
        Target oslo = at("oslo").is(TargetState.FAILED).replacing(OLD, EARLIER).target();
        items.put(oslo.where(), Parts.item(oslo.where(), OLD, EARLIER));
        holdings.put(OLD, Parts.holding(OLD, Library.State.QUARANTINED, false));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
        items.put(oslo.where(), Parts.item(oslo.where(), OLD, RELEASE));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
        items.put(oslo.where(), Parts.item(oslo.where(), OLD, LATER));
        assertThat(wayBack(oslo)).isInstanceOf(WayBack.LeftAlone.class);
    }

    @Test
    void a_barred_revision_gives_way_to_the_one_before_it() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        found(EARLIER, false, oslo, new Found(OLDER, FIRST, false));
        holdings.put(OLD, Parts.holding(OLD, Library.State.ACCEPTED, true));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLDER, FIRST));
        holdings.remove(OLD);
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLDER, FIRST));
    }

    @Test
    void a_revision_whose_own_release_was_backed_out_is_no_way_back() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        found(EARLIER, true, oslo, new Found(OLDER, FIRST, false));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLDER, FIRST));
        found(EARLIER, false, oslo, new Found(OLDER, FIRST, true));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLDER, FIRST));
        found(EARLIER, false, oslo, new Found(OLDER, FIRST, false));
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(OLD, EARLIER));
    }

    @Test
    void where_nothing_is_left_a_person_reads_why() {
        Target oslo = verified("oslo", 1, OLD, EARLIER);
        found(EARLIER, true, oslo, new Found(OLDER, null, false));
        holdings.put(OLDER, Parts.holding(OLDER, Library.State.QUARANTINED, false));
        assertThat(wayBack(oslo))
                .isInstanceOfSatisfying(
                        WayBack.LeftAlone.class,
                        left -> assertThat(left.why())
                                .contains("iban-check 1.0.0", "REL-2026-0004 was backed out")
                                .contains("iban-check 0.9.0", "in the library it is quarantined"));
    }

    @Test
    void where_nothing_is_left_the_unit_is_removed_if_that_was_planned_and_rehearsed() {
        Target oslo = verified("oslo", 1, OLD, null);
        holdings.put(OLD, Parts.holding(OLD, Library.State.ACCEPTED, true));
        toBeRemoved.add(at("basel").target().where());
        assertThat(wayBack(oslo)).isInstanceOf(WayBack.LeftAlone.class);
        toBeRemoved.add(oslo.where());
        assertThat(wayBack(oslo)).isEqualTo(new WayBack.Returns(null, null));
    }

    @Test
    void the_last_activated_returns_first_and_a_site_s_parts_in_reverse() {
        Target first = verified("basel", 1, OLD, null);
        Target check = verified("oslo", 2, OLD, null);
        Target payments = at("oslo")
                .unit(PAYMENTS, 1)
                .is(TargetState.VERIFIED)
                .activated(3)
                .target();
        Target never = at("quito").unit(PAYMENTS, 1).is(TargetState.FAILED).target();
        List<SiteStand> sites = SiteStand.of(List.of(first, check, payments, never));
        assertThat(BackOutRules.concerned(PausedDecision.BACK_OUT_ALL, sites))
                .containsExactly(never, payments, check, first);
    }

    @Test
    void parts_that_were_never_switched_come_by_wave_site_and_place() {
        Target early = at("basel").is(TargetState.FAILED).target();
        Target late = at("oslo").wave(2).is(TargetState.FAILED).target();
        Target second =
                at("oslo").wave(2).unit(PAYMENTS, 1).is(TargetState.FAILED).target();
        Target other = at("quito").wave(2).is(TargetState.FAILED).target();
        assertThat(BackOutRules.concerned(
                        PausedDecision.BACK_OUT_ALL, SiteStand.of(List.of(other, early, late, second))))
                .containsExactly(second, late, other, early);
    }

    @Test
    void of_failed_sites_every_part_that_was_begun_returns_and_nothing_of_others() {
        Target good = verified("basel", 1, OLD, null);
        Target check = verified("oslo", 2, OLD, null);
        Target failed = at("oslo").unit(PAYMENTS, 1).is(TargetState.FAILED).target();
        Target notReached =
                at("oslo").unit(Parts.CHECK, 2).is(TargetState.NOT_REACHED).target();
        List<SiteStand> sites = SiteStand.of(List.of(good, check, failed, notReached));
        assertThat(BackOutRules.concerned(PausedDecision.BACK_OUT_FAILED, sites))
                .containsExactly(failed, check);
    }

    private Target verified(
            String site, long order, @Nullable UnitRevision predecessor, @Nullable ReleaseNumber broughtBy) {
        Target target = at(site).is(TargetState.VERIFIED)
                .activated(order)
                .replacing(predecessor, broughtBy)
                .target();
        items.put(target.where(), Parts.item(target.where(), NEW, RELEASE));
        return target;
    }

    private void found(ReleaseNumber release, boolean backedOut, Target where, Found found) {
        bringers.put(release, new Bringer(backedOut, Map.of(where.where(), found)));
    }

    private WayBack wayBack(Target target) {
        return BackOutRules.wayBack(
                target,
                new BackOutCase(
                        RELEASE,
                        items,
                        holdings,
                        bringer -> bringers.getOrDefault(bringer, new Bringer(false, Map.of())),
                        toBeRemoved));
    }
}
