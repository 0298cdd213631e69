package slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.CmdbEvent.CiAuthorised;
import slipway.cmdb.CmdbEvent.CiWithdrawn;
import slipway.event.EventLog;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Held;
import slipway.testing.Insides;

@Insides
class StoredCmdbTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final UnitId UNIT = new UnitId("cmdb-unit");
    private static final SiteId OSLO = new SiteId("cmdb-oslo");
    private static final SiteId QUITO = new SiteId("cmdb-quito");
    private static final Site DIRECTORY = new Site(
            OSLO, "Oslo", ZoneId.of("Europe/Oslo"), new Actor("zoe"), true, false, Channel.DIRECTORY, "/sites/oslo");
    private static final Site BY_HAND = new Site(
            QUITO,
            "Quito",
            ZoneId.of("America/Guayaquil"),
            new Actor("nils"),
            false,
            true,
            Channel.BY_HAND,
            "Branch in Quito");
    private static final UnitRevision OLD = new UnitRevision(UNIT, "1.0.0", Digest.of("1.0.0"));
    private static final UnitRevision NEW = new UnitRevision(UNIT, "1.1.0", Digest.of("1.1.0"));

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Releases releases;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient sql;

    private ReleaseNumber release;

    @BeforeEach
    void a_unit_at_two_sites() {
        cmdb.registerUnit(new Unit.Software(UNIT, "Cmdb unit", new Unit.Repository("/nowhere")));
        cmdb.registerSite(DIRECTORY);
        cmdb.registerSite(BY_HAND);
        Held.in(sql, OLD);
        Held.in(sql, NEW);
        release = releases.draft(new Actor("mara"), "Cmdb", "A test");
    }

    @Test
    void a_site_is_read_as_it_was_entered_and_may_change() {
        assertThat(cmdb.site(OSLO)).isEqualTo(DIRECTORY);
        assertThat(cmdb.sites()).contains(DIRECTORY, BY_HAND);
        Site moved = new Site(
                OSLO, "Oslo", ZoneId.of("Europe/Oslo"), new Actor("zoe"), true, false, Channel.BY_HAND, "New street");

        cmdb.registerSite(moved);

        assertThat(cmdb.site(OSLO)).isEqualTo(moved);
        assertThatIllegalStateException().isThrownBy(() -> cmdb.site(new SiteId("nowhere")));
    }

    @Test
    void the_folder_of_a_site_is_absolute() {
        Site relative = new Site(
                OSLO, "Oslo", ZoneId.of("UTC"), new Actor("zoe"), true, false, Channel.DIRECTORY, "sites/oslo");

        assertThatIllegalArgumentException().isThrownBy(() -> cmdb.registerSite(relative));
        assertThatIllegalStateException().isThrownBy(BY_HAND::folder);
    }

    @Test
    void a_unit_of_each_kind_is_read_as_it_was_entered() {
        UnitId vendors = new UnitId("cmdb-vendors");
        Unit bought = new Unit.Software(
                vendors,
                "Bought",
                new Unit.Vendor("Clearing house", "/inbox", "-----BEGIN PUBLIC KEY-----"),
                Map.of(UNIT, "1.0.0"),
                Set.of());
        List<Unit> all = List.of(
                new Unit.Software(UNIT, "Cmdb unit", new Unit.Repository("/elsewhere")),
                bought,
                new Unit.Software(
                        new UnitId("cmdb-needy"),
                        "Needy",
                        new Unit.Repository("/needy"),
                        Map.of(UNIT, "1.0.0", vendors, "2026.10"),
                        Set.of(new UnitId("cmdb-firmware"))),
                new Unit.Hardware(new UnitId("cmdb-hardware"), "Hardware"),
                new Unit.Document(new UnitId("cmdb-document"), "Document"),
                new Unit.Procedure(new UnitId("cmdb-procedure"), "Procedure"),
                new Unit.Training(new UnitId("cmdb-training"), "Training"));
        cmdb.registerUnit(new Unit.Firmware(new UnitId("cmdb-firmware"), "Firmware"));

        all.forEach(cmdb::registerUnit);

        assertThat(all).allSatisfy(unit -> assertThat(cmdb.unit(unit.id())).isEqualTo(unit));
        assertThat(cmdb.units()).containsAll(all);
    }

    @Test
    void what_a_unit_no_longer_needs_is_forgotten() {
        UnitId other = new UnitId("cmdb-other");
        cmdb.registerUnit(
                new Unit.Software(other, "Other", new Unit.Repository("/other"), Map.of(UNIT, "1.0.0"), Set.of()));
        Unit free = new Unit.Software(other, "Other", new Unit.Repository("/other"), Map.of(), Set.of(UNIT));

        cmdb.registerUnit(free);

        assertThat(cmdb.unit(other)).isEqualTo(free);
    }

    @Test
    void where_nobody_looked_nothing_was_observed() {
        assertThat(cmdb.find(OSLO, UNIT)).isEmpty();
        cmdb.authorise(OSLO, OLD, null);

        assertThat(cmdb.find(OSLO, UNIT)).contains(new Cmdb.Item(OSLO, UNIT, OLD, null, null, null, null));
    }

    @Test
    void what_was_verified_is_live() {
        cmdb.authorise(OSLO, NEW, release);
        seen(OSLO, new Content.Known(NEW), true);
        seen(QUITO, new Content.Known(OLD), true);

        assertThat(cmdb.find(OSLO, UNIT))
                .contains(new Cmdb.Item(OSLO, UNIT, NEW, release, new Content.Known(NEW), AT, NEW));
        assertThat(cmdb.of(UNIT)).extracting(Cmdb.Item::site).containsExactly(OSLO, QUITO);
        assertThat(cmdb.live(UNIT)).isEqualTo(Map.of(NEW, Set.of(OSLO), OLD, Set.of(QUITO)));
    }

    @Test
    void what_was_only_seen_is_not_live_and_takes_nothing_back() {
        seen(OSLO, new Content.Known(OLD), true);
        seen(OSLO, new Content.Known(NEW), false);

        assertThat(cmdb.find(OSLO, UNIT)).map(Cmdb.Item::observed).contains(new Content.Known(NEW));
        assertThat(cmdb.live(UNIT)).isEqualTo(Map.of(OLD, Set.of(OSLO)));
    }

    @Test
    void foreign_files_are_unknown_content_and_not_nothing() {
        Content foreign = new Content.Unknown(Digest.of("foreign"));
        seen(OSLO, foreign, false);
        seen(QUITO, new Content.Absent(), false);

        assertThat(cmdb.find(OSLO, UNIT)).map(Cmdb.Item::observed).contains(foreign);
        assertThat(cmdb.find(QUITO, UNIT)).map(Cmdb.Item::observed).contains(new Content.Absent());
        assertThat(cmdb.live(UNIT)).isEmpty();
    }

    @Test
    void absence_is_verified_and_then_nothing_is_live() {
        seen(OSLO, new Content.Known(OLD), true);
        seen(OSLO, new Content.Absent(), true);

        assertThat(cmdb.find(OSLO, UNIT)).map(Cmdb.Item::observed).contains(new Content.Absent());
        assertThat(cmdb.live(UNIT)).isEmpty();
    }

    @Test
    void content_that_nobody_knows_cannot_be_verified() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seen(OSLO, new Content.Unknown(Digest.of("foreign")), true));
    }

    @Test
    void a_revision_of_another_unit_is_never_seen_here() {
        UnitRevision stray = new UnitRevision(new UnitId("stray"), "1.0.0", Digest.of("stray"));

        assertThatIllegalArgumentException().isThrownBy(() -> seen(OSLO, new Content.Known(stray), false));
    }

    @Test
    void a_release_authorises_many_sites_at_once_and_each_is_told() {
        cmdb.authorise(OSLO, OLD, null);

        cmdb.authorise(Set.of(OSLO, QUITO), NEW, release);
        cmdb.authorise(Set.of(), OLD, release);

        assertThat(cmdb.of(UNIT))
                .extracting(Cmdb.Item::authorised, Cmdb.Item::authorisedBy)
                .containsOnly(tuple(NEW, release))
                .hasSize(2);
        assertThat(told())
                .asList()
                .containsExactlyInAnyOrder(new CiAuthorised(OSLO, NEW), new CiAuthorised(QUITO, NEW));
    }

    @Test
    void what_is_withdrawn_may_not_run_because_of_that_release() {
        cmdb.authorise(OSLO, OLD, null);

        cmdb.withdraw(OSLO, UNIT, release);

        assertThat(cmdb.find(OSLO, UNIT)).contains(new Cmdb.Item(OSLO, UNIT, null, release, null, null, null));
        assertThat(told()).isEqualTo(List.of(new CiWithdrawn(OSLO, UNIT)));
    }

    @Test
    void what_is_known_of_a_place_is_told_under_its_name() {
        cmdb.authorise(OSLO, OLD, null);
        seen(OSLO, new Content.Known(OLD), true);

        assertThat(sql.sql("select type from slipway.event where subject = ? and release is null order by seq")
                        .param(OSLO + "/" + UNIT)
                        .query(String.class)
                        .list())
                .containsExactly("CiAuthorised", "CiObserved");
    }

    private void seen(SiteId site, Content content, boolean verified) {
        cmdb.observed(site, UNIT, content, verified, AT);
    }

    private List<?> told() {
        return log.of(release).stream()
                .map(EventLog.Entry::event)
                .filter(CmdbEvent.class::isInstance)
                .toList();
    }
}
