package slipway.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.change.ChangeEvent.RfcBecame;
import slipway.change.ChangeEvent.RfcRegistered;
import slipway.change.ChangeEvent.RfcsClaimed;
import slipway.change.ChangeEvent.RfcsYielded;
import slipway.change.ChangeEvent.SitesYielded;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.event.EventLog;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.Insides;

@Insides
class StoredChangesTest {
    private static final UnitId UNIT = new UnitId("changed-unit");
    private static final SiteId HERE = new SiteId("changed-here");
    private static final SiteId THERE = new SiteId("changed-there");
    private static final RfcNumber APPROVED = new RfcNumber("RFC-90001");
    private static final RfcNumber REQUESTED = new RfcNumber("RFC-90002");
    private static final RfcNumber UNKNOWN = new RfcNumber("RFC-99999");

    @Autowired
    private Changes changes;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Releases releases;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient jdbc;

    private ReleaseNumber first;
    private ReleaseNumber second;

    @BeforeEach
    void two_rfcs_and_two_releases() {
        cmdb.registerUnit(new Unit.Software(UNIT, "Changed unit", new Unit.Repository("/nowhere")));
        for (SiteId site : List.of(HERE, THERE)) {
            cmdb.registerSite(new Site(
                    site, "Site", ZoneId.of("UTC"), new Actor("zoe"), true, false, Channel.BY_HAND, "Main street"));
        }
        changes.register(rfc(APPROVED, Rfc.Status.APPROVED, "Takes one second.", "Counts."));
        changes.register(rfc(REQUESTED, Rfc.Status.REQUESTED, "Takes one second."));
        first = releases.draft(new Actor("mara"), "First", "A pilot");
        second = releases.draft(new Actor("mara"), "Second", "The rest");
    }

    @Test
    void an_rfc_is_read_as_it_was_entered() {
        assertThat(changes.find(APPROVED)).contains(rfc(APPROVED, Rfc.Status.APPROVED, "Takes one second.", "Counts."));
        assertThat(changes.find(UNKNOWN)).isEmpty();
    }

    @Test
    void only_approved_rfcs_enter_a_release() {
        assertThat(changes.notReleasable(Set.of(APPROVED))).isEmpty();
        assertThat(changes.approved())
                .extracting(Rfc::number)
                .contains(APPROVED)
                .doesNotContain(REQUESTED);
    }

    @Test
    void the_refusal_names_each_rfc_that_may_not() {
        assertThat(changes.notReleasable(Set.of(APPROVED, REQUESTED, UNKNOWN)))
                .hasValueSatisfying(no -> assertThat(no.reason())
                        .contains(REQUESTED + " is requested", UNKNOWN + " is unknown")
                        .doesNotContain(APPROVED.value()));
    }

    @Test
    void a_criterion_that_is_no_more_asked_for_is_struck_and_may_come_back() {
        claim(first, HERE);
        changes.register(rfc(APPROVED, Rfc.Status.APPROVED, "Takes two seconds."));

        assertThat(changes.find(APPROVED).orElseThrow().criteria()).containsExactly("Takes two seconds.");

        changes.register(rfc(APPROVED, Rfc.Status.APPROVED, "Takes two seconds.", "Counts again."));
        assertThat(changes.find(APPROVED).orElseThrow().criteria())
                .containsExactly("Takes two seconds.", "Counts again.");
    }

    @Test
    void each_change_of_an_rfc_is_told_once() {
        RfcNumber told = new RfcNumber("RFC-90003");
        changes.register(rfc(told, Rfc.Status.REQUESTED, "One."));
        changes.register(rfc(told, Rfc.Status.REQUESTED, "One."));
        changes.register(rfc(told, Rfc.Status.APPROVED, "One."));
        changes.register(rfc(told, Rfc.Status.APPROVED, "Two."));
        claim(first, Set.of(told), HERE);
        changes.implemented(first, Set.of(told));
        changes.implemented(first, Set.of(told));

        assertThat(log.of(first))
                .extracting(EventLog.Entry::event)
                .filteredOn(ChangeEvent.class::isInstance)
                .isEqualTo(List.of(
                        new RfcsClaimed(List.of(told), List.of(HERE)),
                        new RfcBecame(told, Rfc.Status.APPROVED, Rfc.Status.IMPLEMENTED)));
        assertThat(log.latest(first, RfcRegistered.class)).isEmpty();
    }

    @Test
    void a_criterion_is_at_a_site_in_one_open_release_only() {
        claim(first, HERE);

        assertThat(changes.claim(second, Set.of(APPROVED), Set.of(THERE, HERE)))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains(APPROVED + " is in " + first));
        assertThat(changes.claimants(APPROVED)).containsExactly(first);
    }

    @Test
    void a_refused_claim_takes_nothing() {
        claim(first, HERE);
        assertThat(changes.claim(second, Set.of(APPROVED), Set.of(THERE, HERE))).isPresent();

        assertThat(changes.claim(first, Set.of(APPROVED), Set.of(THERE, HERE))).isEmpty();
    }

    @Test
    void when_a_claim_ended_is_not_written_over_by_the_next_one() {
        claim(first, THERE);
        claim(first, HERE);
        Instant ended = endedAt(THERE);
        claim(first, Set.of(APPROVED), HERE);
        assertThat(endedAt(THERE)).isEqualTo(ended);
    }

    private Instant endedAt(SiteId site) {
        return jdbc.sql("select distinct ended_at from slipway.rfc_claim where release = ? and site = ?")
                .params(first.value(), site.value())
                .query((row, line) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void a_pilot_and_the_rest_are_two_releases() {
        claim(first, HERE);
        claim(second, THERE);

        assertThat(changes.claimants(APPROVED)).containsExactly(first, second);
    }

    @Test
    void a_new_claim_replaces_the_former_one() {
        claim(first, HERE, THERE);
        claim(first, HERE);

        claim(second, THERE);
        assertThat(changes.claim(second, Set.of(APPROVED), Set.of(HERE))).isPresent();
    }

    @Test
    void the_same_claim_again_changes_nothing() {
        claim(first, HERE);
        claim(first, HERE);

        assertThat(changes.claimants(APPROVED)).containsExactly(first);
    }

    @Test
    void what_a_release_yields_others_may_have() {
        claim(first, HERE);

        changes.yield(first);
        changes.yield(first);

        assertThat(changes.claimants(APPROVED)).isEmpty();
        claim(second, HERE);
        assertThat(log.of(first))
                .extracting(EventLog.Entry::event)
                .filteredOn(RfcsYielded.class::isInstance)
                .isEqualTo(List.of(new RfcsYielded(List.of(APPROVED))));
    }

    @Test
    void what_a_release_yields_at_some_sites_others_may_have_there_alone() {
        claim(first, HERE, THERE);

        changes.yield(first, Set.of(THERE));
        changes.yield(first, Set.of(THERE));

        claim(second, THERE);
        assertThat(changes.claim(second, Set.of(APPROVED), Set.of(HERE))).isPresent();
        assertThat(changes.claimants(APPROVED)).containsExactlyInAnyOrder(first, second);
        assertThat(log.of(first))
                .extracting(EventLog.Entry::event)
                .filteredOn(SitesYielded.class::isInstance)
                .isEqualTo(List.of(new SitesYielded(List.of(APPROVED), List.of(THERE))));
    }

    @Test
    void an_implemented_rfc_enters_no_second_release() {
        changes.implemented(first, Set.of(APPROVED));

        assertThat(changes.find(APPROVED).orElseThrow().status()).isEqualTo(Rfc.Status.IMPLEMENTED);
        assertThat(changes.notReleasable(Set.of(APPROVED))).isPresent();
    }

    @Test
    void what_the_itsm_side_took_back_after_the_go_stays_taken_back() {
        for (Rfc.Status word : List.of(Rfc.Status.WITHDRAWN, Rfc.Status.REJECTED)) {
            changes.register(rfc(APPROVED, word, "Takes one second.", "Counts."));

            changes.implemented(first, Set.of(APPROVED));

            assertThat(changes.find(APPROVED).orElseThrow().status()).isEqualTo(word);
        }
    }

    @Test
    void the_pilot_does_not_complete_what_the_rest_still_has() {
        claim(first, HERE);
        claim(second, THERE);
        changes.yield(first);
        changes.implemented(first, Set.of(APPROVED));
        assertThat(changes.notReleasable(Set.of(APPROVED))).isEmpty();

        changes.yield(second);
        changes.implemented(second, Set.of(APPROVED));

        assertThat(changes.find(APPROVED).orElseThrow().status()).isEqualTo(Rfc.Status.IMPLEMENTED);
    }

    private void claim(ReleaseNumber release, SiteId... sites) {
        claim(release, Set.of(APPROVED), sites);
    }

    private void claim(ReleaseNumber release, Set<RfcNumber> rfcs, SiteId... sites) {
        assertThat(changes.claim(release, rfcs, Set.of(sites))).isEmpty();
    }

    private static Rfc rfc(RfcNumber number, Rfc.Status status, String... criteria) {
        return new Rfc(number, "Check faster", UNIT, Rfc.Impact.LOW, false, status, List.of(criteria));
    }
}
