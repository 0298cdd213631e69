package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.audit.AuditWorld.ANNA;
import static slipway.audit.AuditWorld.DANA;
import static slipway.audit.AuditWorld.done;
import static slipway.audit.AuditWorld.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.Channel;
import slipway.event.EventLog;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.site.Batch;
import slipway.site.HandWork;
import slipway.site.Order;
import slipway.site.SiteOrders;
import slipway.testing.TestDatabase;

class AuditsTest {
    @TempDir
    Path folder;

    private AuditWorld world;
    private UnitRevision first;

    @BeforeEach
    void open() {
        world = new AuditWorld(folder);
        first = world.first();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sites_that_are_as_authorised_can_be_signed_and_the_release_goes_on() {
        world.site("basel", first);
        world.site("oslo", first);
        AuditReport audit = world.look(Phase.BEFORE);
        assertThat(audit.complete()).isTrue();
        assertThat(audit.seen()).isEqualTo(2);
        assertThat(audit.findings()).isZero();
        assertThat(world.item("basel").observed()).isEqualTo(new Content.Known(first));
        assertThat(world.item("basel").verified()).isEqualTo(first);
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, "looked through"));
        done(world.audits().record(world.release, Phase.BEFORE));
        assertThat(world.state).isEqualTo(ReleaseState.PRE_AUDITED);
    }

    @Test
    void an_altered_file_is_found_and_named_and_bars_the_signature() throws Exception {
        world.site("basel", first);
        SiteId oslo = world.site("oslo", first);
        Files.writeString(world.files("oslo").resolve("notes.txt"), "forged");
        world.look(Phase.BEFORE);
        assertThat(world.findings(Phase.BEFORE))
                .containsExactly(new Finding(
                        oslo,
                        world.unit,
                        FindingKind.ALTERED,
                        "notes.txt",
                        Digest.of("first").hex(),
                        Digest.of("forged").hex()));
        assertThat(world.item("oslo").observed()).isInstanceOf(Content.Unknown.class);
        assertThat(world.item("oslo").verified()).isNull();
        refused(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""), "findings-open");
        refused(world.audits().record(world.release, Phase.BEFORE), "audit-not-signed");
        done(world.audits().sendBack(world.release, Phase.BEFORE, ANNA, "put it back"));
        refused(world.audits().record(world.release, Phase.BEFORE), "audit-not-signed");
        done(world.audits().remediated(world.release, Phase.BEFORE, DANA, "file put back"));
        Files.writeString(world.files("oslo").resolve("notes.txt"), "first");
        world.look(Phase.BEFORE);
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""));
        done(world.audits().record(world.release, Phase.BEFORE));
        AuditChapter chapter = world.the(AuditSource.class).of(world.release);
        assertThat(chapter.audits()).extracting(AuditChapter.Audited::verdict).containsExactly("sent back", "signed");
        assertThat(chapter.findings()).isEmpty();
        assertThat(chapter.earlier())
                .singleElement()
                .satisfies(found -> assertThat(found.path()).isEqualTo("notes.txt"));
    }

    @Test
    void nobody_signs_before_every_site_was_seen() {
        world.site("basel", first);
        world.site("oslo", first);
        assertThat(world.audits().order(world.release, Phase.BEFORE)).isInstanceOf(Audits.Looking.class);
        refused(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""), "nothing-seen");
        assertThat(world.the(SiteOrders.class).runDue(java.util.Set.of(Order.Kind.INVENTORY)))
                .isTrue();
        refused(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""), "nothing-seen");
        world.work();
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""));
    }

    @Test
    void a_signature_holds_for_the_newest_audit_only() {
        world.site("basel", first);
        world.look(Phase.BEFORE);
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""));
        world.look(Phase.BEFORE);
        refused(world.audits().record(world.release, Phase.BEFORE), "audit-not-signed");
    }

    @Test
    void a_signature_falls_when_somebody_adds_to_what_was_seen() {
        SiteId basel = world.site("basel", first);
        AuditReport audit = world.look(Phase.BEFORE);
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""));
        world.the(JdbcClient.class)
                .sql("""
                        insert into slipway.site_finding (audit, site, unit, kind, path, expected, found)
                        values (?, ?, ?, 'UNKNOWN', 'x', '', '')
                        """)
                .params(audit.id(), basel.value(), world.unit.value())
                .update();
        refused(world.audits().record(world.release, Phase.BEFORE), "audit-not-signed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "observed_version = null",
                "observed_version = null, observed_digest = repeat('0', 64)",
                "expected_version = null, expected_digest = repeat('0', 64)",
                "readable = false",
                "taken_at = taken_at + interval '1 day'",
                "taken_by = 'dana'",
                "installed = 'other'",
                "content = null",
                "findings = 1"
            })
    void a_signature_falls_when_somebody_changes_what_was_seen(String change) {
        world.site("basel", first);
        AuditReport audit = world.look(Phase.BEFORE);
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""));
        int changed = JdbcClient.create(TestDatabase.get().owner())
                .sql("update slipway.site_inventory set " + change + " where audit = ?")
                .param(audit.id())
                .update();
        assertThat(changed).isEqualTo(1);
        refused(world.audits().record(world.release, Phase.BEFORE), "audit-not-signed");
    }

    @Test
    void what_is_expected_is_what_is_authorised_there_by_whichever_release() {
        UnitRevision second = world.second();
        world.site("basel", first);
        world.site("oslo", second);
        world.state = ReleaseState.DEPLOYED;
        world.look(Phase.AFTER);
        assertThat(world.findings(Phase.AFTER)).isEmpty();
        world.install("oslo", first);
        world.look(Phase.AFTER);
        assertThat(world.findings(Phase.AFTER))
                .extracting(Finding::site, Finding::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(world.id("oslo"), FindingKind.REVERTED));
        assertThat(world.item("oslo").observed()).isEqualTo(new Content.Known(first));
        assertThat(world.item("oslo").verified()).isEqualTo(second);
    }

    @Test
    void nothing_installed_where_nothing_is_authorised_is_as_it_should_be() {
        world.emptySite("basel", Channel.DIRECTORY);
        world.look(Phase.BEFORE);
        assertThat(world.findings(Phase.BEFORE)).isEmpty();
        assertThat(world.item("basel").observed()).isEqualTo(new Content.Absent());
    }

    @Test
    void foreign_files_are_unknown_content_and_not_nothing() throws Exception {
        world.site("basel", first);
        Files.delete(world.files("basel"));
        Path files = Files.createDirectories(world.place("basel").resolve("releases/other"));
        Files.writeString(files.resolve("evil.sh"), "rm");
        Files.createSymbolicLink(world.files("basel"), Path.of("releases/other"));
        world.look(Phase.BEFORE);
        assertThat(world.item("basel").observed()).isInstanceOf(Content.Unknown.class);
        assertThat(world.findings(Phase.BEFORE))
                .extracting(Finding::kind)
                .contains(FindingKind.UNKNOWN, FindingKind.MISSING);
    }

    @Test
    void a_site_that_nobody_can_read_is_a_finding_and_the_cmdb_keeps_what_it_knew() throws Exception {
        world.site("basel", first);
        world.look(Phase.BEFORE);
        Files.delete(world.files("basel"));
        Files.writeString(world.files("basel"), "no link");
        world.look(Phase.BEFORE);
        assertThat(world.findings(Phase.BEFORE)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.MISSING);
            assertThat(finding.found()).isEqualTo("'current' is not a link");
        });
        assertThat(world.item("basel").observed()).isEqualTo(new Content.Known(first));
    }

    @Test
    void an_order_that_failed_for_good_is_a_finding_of_its_site() {
        SiteId basel = world.site("basel", first);
        assertThat(world.audits().order(world.release, Phase.BEFORE)).isInstanceOf(Audits.Looking.class);
        Order order = order(basel);
        world.the(InventoryHandler.class).gaveUp(order, new TrustedLease(), "the disk is broken");
        assertThat(world.findings(Phase.BEFORE))
                .singleElement()
                .extracting(Finding::found)
                .isEqualTo("the disk is broken");
    }

    @Test
    void what_a_person_reports_from_a_site_counts_as_what_was_seen() {
        SiteId quito = world.emptySite("quito", Channel.BY_HAND);
        world.authorise(quito, first);
        assertThat(world.look(Phase.BEFORE).complete()).isFalse();
        HandWork work = world.the(HandWork.class);
        Order order = work.nextToOffer().orElseThrow();
        assertThat(work.offered(order)).isTrue();
        assertThat(work.assignment(order.id()).manifest()).isEmpty();
        assertThat(work.assignment(order.id()).instruction().title()).isEqualTo("Audited");
        done(work.report(order.id(), DANA, new HandWork.Report(true, reported(first), "")));
        AuditReport audit = world.latest(Phase.BEFORE);
        assertThat(audit.complete()).isTrue();
        assertThat(audit.findings()).isZero();
        assertThat(world.audits().seen(audit, 10)).singleElement().satisfies(seen -> {
            assertThat(seen.takenBy()).contains(DANA);
            assertThat(seen.installed()).isEqualTo("by hand");
        });
        assertThat(world.item("quito").verified()).isEqualTo(first);
    }

    @Test
    void what_is_authorised_anew_while_somebody_looks_is_looked_at_again() {
        SiteId basel = world.site("basel", first);
        UnitRevision second = world.second();
        assertThat(world.audits().order(world.release, Phase.BEFORE)).isInstanceOf(Audits.Looking.class);
        Inspections inspections = world.the(Inspections.class);
        Inspection before = inspections.compare(
                new AuditItem(basel, world.unit), new slipway.site.port.Inventory.NothingInstalled());
        world.authorise(basel, second);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> inspections.keep(world.latest(Phase.BEFORE).id(), before, Optional.empty()))
                .hasMessageContaining("changed while it was looked at");
        assertThat(world.latest(Phase.BEFORE).seen()).isZero();
    }

    @Test
    void the_process_is_told_once_when_all_was_seen() {
        world.site("basel", first);
        world.site("oslo", first);
        assertThat(world.audits().order(world.release, Phase.BEFORE)).isInstanceOf(Audits.Looking.class);
        assertThat(world.audits().nextToTell()).isEmpty();
        world.work();
        AuditReport audit = world.audits().nextToTell().orElseThrow();
        assertThat(audit.release()).isEqualTo(world.release);
        assertThat(world.audits().nextToTell()).as("not named again at once").isEmpty();
        world.turn(Duration.ofMinutes(1));
        assertThat(world.audits().nextToTell())
                .as("named again as long as nobody was told")
                .isPresent();
        assertThat(world.audits().told(audit)).isTrue();
        assertThat(world.audits().told(audit)).isFalse();
        world.turn(Duration.ofMinutes(1));
        assertThat(world.audits().nextToTell()).isEmpty();
    }

    @Test
    void a_new_audit_ends_the_one_before_that_saw_not_everything() {
        world.emptySite("quito", Channel.BY_HAND);
        AuditReport earlier = world.look(Phase.BEFORE);
        HandWork work = world.the(HandWork.class);
        Order offered = work.nextToOffer().orElseThrow();
        assertThat(work.offered(offered)).isTrue();
        world.look(Phase.BEFORE);
        assertThat(world.latest(Phase.BEFORE).id()).isNotEqualTo(earlier.id());
        assertThat(work.nextToRetract())
                .hasValueSatisfying(order -> assertThat(order.id()).isEqualTo(offered.id()));
    }

    @Test
    void no_site_is_an_audit_of_nothing_after_a_rollout_and_none_before() {
        assertThat(world.audits().order(world.release, Phase.BEFORE)).isInstanceOf(Audits.NotDue.class);
        assertThat(world.audits().order(world.release, Phase.AFTER)).isInstanceOf(Audits.NotDue.class);
        world.state = ReleaseState.DEPLOYED;
        assertThat(world.audits().order(world.release, Phase.AFTER)).isInstanceOf(Audits.NothingToSee.class);
        done(world.audits().sign(world.release, Phase.AFTER, ANNA, ""));
        done(world.audits().record(world.release, Phase.AFTER));
        assertThat(world.the(AuditedAfter.class).unmet(world.the(Releases.class).submitted(world.release)))
                .isEmpty();
    }

    @Test
    void a_release_goes_live_only_when_the_audit_since_its_schedule_covers_exactly_its_sites() {
        AuditedBefore condition = world.the(AuditedBefore.class);
        world.site("basel", first);
        world.look(Phase.BEFORE);
        assertThat(condition.unmet(world.the(Releases.class).submitted(world.release)))
                .isPresent();
        done(world.audits().sign(world.release, Phase.BEFORE, ANNA, ""));
        assertThat(condition.unmet(world.the(Releases.class).submitted(world.release)))
                .isEmpty();
        world.scheduledAt = world.now.plusSeconds(1);
        assertThat(condition.unmet(world.the(Releases.class).submitted(world.release)))
                .isPresent();
        world.scheduledAt = world.now.minusSeconds(60);
        world.site("oslo", first);
        assertThat(condition.unmet(world.the(Releases.class).submitted(world.release)))
                .isPresent();
    }

    @Test
    void a_list_of_files_is_kept_once_however_many_sites_have_it() {
        List.of("basel", "oslo", "quito").forEach(name -> world.site(name, first));
        world.look(Phase.BEFORE);
        assertThat(world.the(JdbcClient.class)
                        .sql("select count(*) from slipway.inventory_content where digest = ?")
                        .param(first.digest().hex())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_happened_is_told_in_words() throws Exception {
        world.site("basel", first);
        Files.writeString(world.files("basel").resolve("extra.txt"), "?");
        world.look(Phase.BEFORE);
        done(world.audits().sendBack(world.release, Phase.BEFORE, ANNA, "what is that?"));
        assertThat(world.the(EventLog.class).of(world.release))
                .filteredOn(entry -> entry.event() instanceof AuditEvent)
                .extracting(entry -> entry.event().words())
                .satisfiesExactly(
                        ordered -> assertThat(ordered).startsWith("Ordered the audit before the rollout, of 1 part"),
                        taken -> assertThat(taken).contains("Looked at " + world.unit, "with 1 finding(s)."),
                        back -> assertThat(back).endsWith("with 1 finding(s): what is that?"));
    }

    @Test
    void the_chapter_shows_the_first_sites_and_those_with_findings_before_others() throws Exception {
        world.site("z", first);
        Files.writeString(world.files("z").resolve("notes.txt"), "forged");
        AuditReport audit = world.look(Phase.BEFORE);
        world.pretendSeen(audit, 204);
        AuditChapter chapter = world.the(AuditSource.class).of(world.release);
        assertThat(chapter.audits()).singleElement().satisfies(audited -> {
            assertThat(audited.sitesSeen()).isEqualTo(205);
            assertThat(audited.verdict()).isEqualTo("to be signed");
        });
        assertThat(chapter.sites()).hasSize(200);
        assertThat(chapter.sites().getFirst().site()).isEqualTo(world.id("z"));
        assertThat(chapter.findings()).hasSize(1);
    }

    @Test
    void each_site_costs_the_same_number_of_statements_however_many_there_are() {
        for (int site = 0; site < 50; site++) {
            world.site("s" + site, first);
        }
        List<AuditItem> all = List.copyOf(world.targets);
        world.look(Phase.BEFORE);
        int five = cost(all.subList(0, 5));
        int fifty = cost(all);
        int each = (fifty - five) / 45;
        assertThat(fifty - five).as("statements of 45 sites").isEqualTo(45 * each);
        assertThat(each).as("statements of a site").isLessThanOrEqualTo(15);
        assertThat(five - 5 * each).as("statements of the audit").isLessThanOrEqualTo(10);
    }

    private int cost(List<AuditItem> items) {
        world.targets.clear();
        world.targets.addAll(items);
        int before = world.statements.prepared();
        world.look(Phase.BEFORE);
        return world.statements.prepared() - before;
    }

    private String reported(UnitRevision revision) {
        return world.the(slipway.library.Library.class).find(revision).orElseThrow().manifest().entries().stream()
                        .map(entry -> (entry.executable() ? "755 " : "644 ") + entry.size() + " " + entry.digest()
                                + "  ./" + entry.path() + "\n")
                        .collect(java.util.stream.Collectors.joining())
                + "end\n";
    }

    private Order order(SiteId site) {
        Batch batch = new Batch(
                Order.Kind.INVENTORY, world.release, world.latest(Phase.BEFORE).id());
        return world.the(SiteOrders.class).latest(batch, site, world.unit).orElseThrow();
    }

    /** Writes what it is told. */
    private static final class TrustedLease implements slipway.site.Lease {
        @Override
        public <T> Optional<T> write(Supplier<T> step) {
            return Optional.of(step.get());
        }

        @Override
        public boolean finish(Runnable outcome) {
            outcome.run();
            return true;
        }
    }
}
