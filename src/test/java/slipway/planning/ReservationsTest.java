package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Rfc;
import slipway.cmdb.Unit;
import slipway.planning.Reservations.Reserved;
import slipway.release.PartScope;
import slipway.release.ReleaseType;
import slipway.release.Scope;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.InsideStory;

class ReservationsTest extends InsideStory {
    private static final UnitId SECOND = new UnitId("inside-second");

    @Autowired
    private StoredReservations reservations;

    private ReleaseNumber mine;

    @BeforeEach
    void two_units() {
        cmdb.registerUnit(new Unit.Software(SECOND, "Second", new Unit.Repository("repositories/second.git")));
        mine = release(List.of(UNIT, SECOND), ZURICH, NEW_YORK);
    }

    @Test
    void a_release_takes_every_part_at_every_site_of_its_scope() {
        assertThat(reserve(mine)).isEmpty();

        assertThat(reservations.held(mine))
                .containsExactlyInAnyOrder(
                        new Reserved(ZURICH, UNIT),
                        new Reserved(ZURICH, SECOND),
                        new Reserved(NEW_YORK, UNIT),
                        new Reserved(NEW_YORK, SECOND));
        assertThat(reservations.holder(ZURICH, SECOND)).contains(mine);
        assertThat(reservations.holder(SINGAPORE, UNIT)).isEmpty();
        assertThat(log.latest(mine, PlanningEvent.SitesReserved.class))
                .contains(new PlanningEvent.SitesReserved(List.of(SECOND, UNIT), List.of(NEW_YORK, ZURICH)));
    }

    @Test
    void what_it_has_already_is_taken_once() {
        assertThat(reserve(mine)).isEmpty();
        assertThat(reserve(mine)).isEmpty();

        assertThat(reservations.held(mine)).hasSize(4);
        assertThat(log.of(mine))
                .filteredOn(entry -> entry.event() instanceof PlanningEvent.SitesReserved)
                .hasSize(1);
    }

    @Test
    void another_release_gets_nothing_while_one_has_some_of_it_and_reads_who_has_what() {
        assertThat(reserve(mine)).isEmpty();
        ReleaseNumber other = release(List.of(UNIT), NEW_YORK, SINGAPORE);

        assertThat(reserve(other)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("reserved-by-another");
            assertThat(no.reason()).contains(mine + " has inside-story at new-york. Wait until");
        });
        assertThat(reservations.held(other)).isEmpty();
        assertThat(reservations.holder(SINGAPORE, UNIT)).isEmpty();
        assertThat(log.of(other)).noneMatch(entry -> entry.event() instanceof PlanningEvent);
    }

    @Test
    void other_units_or_other_sites_are_nobody_elses_business() {
        assertThat(reserve(release(List.of(UNIT), ZURICH))).isEmpty();
        assertThat(reserve(release(List.of(UNIT), NEW_YORK))).isEmpty();
        assertThat(reserve(release(List.of(SECOND), ZURICH, NEW_YORK))).isEmpty();
    }

    @Test
    void what_ended_at_a_site_others_may_have() {
        assertThat(reserve(mine)).isEmpty();
        reservations.end(mine, Set.of(ZURICH));
        reservations.end(mine, Set.of(ZURICH, SINGAPORE));

        assertThat(reservations.held(mine))
                .containsExactlyInAnyOrder(new Reserved(NEW_YORK, UNIT), new Reserved(NEW_YORK, SECOND));
        assertThat(reservations.holder(ZURICH, UNIT)).isEmpty();
        assertThat(reserve(release(List.of(UNIT, SECOND), ZURICH))).isEmpty();
        assertThat(log.of(mine))
                .filteredOn(entry -> entry.event() instanceof PlanningEvent.ReservationsEnded)
                .extracting(entry -> entry.event())
                .containsExactly(new PlanningEvent.ReservationsEnded(List.of(ZURICH)));
    }

    @Test
    void what_lasts_until_then_others_may_have_from_then_on() {
        assertThat(reserve(mine)).isEmpty();
        Instant past = START.minus(Duration.ofHours(2));
        Instant later = START.plus(Duration.ofDays(1));
        reservations.end(mine, Set.of(ZURICH), later);
        reservations.end(mine, Set.of(NEW_YORK), past);

        assertThat(reservations.held(mine))
                .containsExactlyInAnyOrder(new Reserved(ZURICH, UNIT), new Reserved(ZURICH, SECOND));
        assertThat(reservations.holder(NEW_YORK, UNIT)).isEmpty();
        assertThat(reserve(release(List.of(UNIT), ZURICH)))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains(mine + " has inside-story at zurich."));
        ReleaseNumber other = release(List.of(UNIT), NEW_YORK);
        assertThat(reserve(other)).isEmpty();
        assertThat(reservations.holder(NEW_YORK, UNIT)).contains(other);
        assertThat(log.of(mine))
                .extracting(entry -> entry.event())
                .contains(
                        new PlanningEvent.ReservationsLast(List.of(ZURICH), later),
                        new PlanningEvent.ReservationsLast(List.of(NEW_YORK), past));

        reservations.giveBack(mine);
        assertThat(log.latest(mine, PlanningEvent.ReservationsGivenBack.class))
                .as("what was over is not given back again")
                .contains(new PlanningEvent.ReservationsGivenBack(List.of(ZURICH)));
        assertThat(reservations.holder(NEW_YORK, UNIT)).contains(other);
    }

    @Test
    void a_release_that_goes_back_or_ends_gives_everything_back_and_only_its_own() {
        ReleaseNumber other = release(List.of(UNIT), SINGAPORE);
        assertThat(reserve(mine)).isEmpty();
        assertThat(reserve(other)).isEmpty();
        reservations.giveBack(mine);
        reservations.giveBack(mine);

        assertThat(reservations.held(mine)).isEmpty();
        assertThat(reservations.holder(SINGAPORE, UNIT)).contains(other);
        assertThat(log.of(mine))
                .filteredOn(entry -> entry.event() instanceof PlanningEvent.ReservationsGivenBack)
                .extracting(entry -> entry.event())
                .containsExactly(new PlanningEvent.ReservationsGivenBack(List.of(NEW_YORK, ZURICH)));
        assertThat(reserve(mine)).isEmpty();
    }

    @Test
    void overlaps_are_seen_part_by_part() {
        ReleaseNumber other = release(List.of(SECOND), ZURICH, SINGAPORE);

        assertThat(reservations.overlaps(mine))
                .containsExactly(
                        new Reservations.Overlap(other, "Faster", "submitted", SECOND, List.of(ZURICH), false));
    }

    private Optional<Refusal> reserve(ReleaseNumber release) {
        return reservations.reserve(releases.submitted(release));
    }

    private int rfcs;

    private ReleaseNumber release(List<UnitId> units, SiteId... sites) {
        RfcNumber rfc = new RfcNumber("RFC-81" + rfcs++);
        changes.register(
                new Rfc(rfc, "Faster", units.getFirst(), Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("Fast.")));
        ReleaseNumber release = releases.draft(MARA, "Faster", "Customers wait");
        Scope scope = new Scope(
                units.stream().map(unit -> new PartScope(unit, "v1.1.0")).toList(), Set.of(rfc), Set.of(sites));
        done(releases.submit(release, scope, ReleaseType.MINOR, policy));
        return release;
    }
}
