package slipway.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;
import slipway.build.BuildInsides;
import slipway.build.port.SourceRepository;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.identity.MailOwners;
import slipway.library.Library;
import slipway.release.Offers;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.DataFolder;
import slipway.shared.SiteId;
import slipway.site.Channels;
import slipway.site.directory.InventorySettings;
import slipway.site.port.Inventory;

@BuildInsides
@Import({TourSources.class, TourBaseline.class, TourSeedTest.Sites.class})
class TourSeedTest {
    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(InventorySettings.class)
    @ComponentScan(
            basePackages = "slipway.site",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "slipway\\.site\\.(FoundChannels|directory\\.Directory(Distribution|Inventory))"))
    static class Sites {}

    @Autowired
    private TourSources sources;

    @Autowired
    private TourBaseline baseline;

    @Autowired
    private Library library;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Changes changes;

    @Autowired
    private Channels channels;

    @Autowired
    private Offers offers;

    @Autowired
    private SourceRepository repository;

    @Autowired
    private MailOwners owners;

    @Autowired
    private DataFolder data;

    @BeforeEach
    void an_empty_data_folder() throws IOException {
        for (String folder : List.of("repositories", "deliveries", "tour-sites")) {
            FileSystemUtils.deleteRecursively(data.sub(folder));
        }
    }

    private Site site() throws IOException {
        return new Site(
                new SiteId("zurich"),
                "Zürich",
                ZoneId.of("Europe/Zurich"),
                new Actor("zoe"),
                true,
                false,
                Channel.DIRECTORY,
                data.sub("tour-sites").resolve("zurich").toString());
    }

    private List<Library.Holding> seed(Site site) throws IOException {
        List<TourUnit> units = sources.publish();
        units.forEach(unit -> cmdb.registerUnit(unit.unit()));
        TourOrganisation.rfcs().forEach(changes::register);
        cmdb.registerSite(site);
        List<Library.Holding> holdings = new ArrayList<>();
        for (TourUnit unit : units) {
            Library.Holding holding = baseline.takeOver(unit);
            baseline.installAt(site, holding);
            baseline.recordAt(site, holding);
            holdings.add(holding);
        }
        return holdings;
    }

    @Test
    void three_units_run_what_ran_before_slipway_came() throws IOException {
        Site site = site();

        List<Library.Holding> holdings = seed(site);

        assertThat(holdings)
                .extracting(holding ->
                        holding.revision().unit() + " " + holding.revision().version())
                .containsExactly("iban-check 1.0.0", "payment-file 1.0.0", "bank-directory 2026.10");
        assertThat(holdings).allSatisfy(holding -> {
            assertThat(holding.mayBeInstalled()).isTrue();
            assertThat(holding.release()).isNull();
            assertThat(channels.look(site, holding.revision().unit()))
                    .isInstanceOfSatisfying(
                            Inventory.Seen.class,
                            seen -> assertThat(seen.equalTo(holding.manifest())).isTrue());
            Cmdb.Item item = cmdb.find(site.id(), holding.revision().unit()).orElseThrow();
            assertThat(item.authorised()).isEqualTo(holding.revision());
            assertThat(item.authorisedBy()).isNull();
            assertThat(item.observed()).isEqualTo(Content.of(holding.revision()));
            assertThat(item.verified()).isEqualTo(holding.revision());
        });
        assertThat(holdings.getLast().companions().keySet()).containsExactlyInAnyOrder("SHA256SUMS", "SHA256SUMS.sig");
    }

    @Test
    void what_a_killed_start_left_is_found_and_finished() throws IOException {
        Site site = site();
        List<Library.Holding> first = seed(site);
        Path inbox = data.sub("deliveries").resolve("bank-directory");
        FileSystemUtils.deleteRecursively(inbox.resolve("2026.11"));
        Files.createDirectories(inbox.resolve(".2026.11"));
        Files.writeString(inbox.resolve(".2026.11/half"), "a fil");
        Files.delete(site.folder().resolve("payment-file/current"));

        assertThat(seed(site)).isEqualTo(first);

        assertThat(names(inbox)).containsExactlyInAnyOrder("2026.10", "2026.11");
        assertThat(channels.look(site, TourOrganisation.PAYMENT_FILE)).isInstanceOf(Inventory.Seen.class);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    @Test
    void the_next_versions_are_on_offer_and_the_baseline_of_the_vendor_is_what_it_delivered() throws IOException {
        List<Library.Holding> holdings = seed(site());

        assertThat(offers.of(TourOrganisation.IBAN_CHECK)).containsExactly("v1.1.0", "v1.0.0");
        assertThat(offers.of(TourOrganisation.PAYMENT_FILE)).containsExactly("v1.1.0", "v1.0.0");
        assertThat(offers.of(TourOrganisation.BANK_DIRECTORY)).containsExactly("2026.11", "2026.10");
        assertThat(offers.pin(TourOrganisation.BANK_DIRECTORY, "2026.10"))
                .isEqualTo(
                        new Offers.Pinned(holdings.getLast().revision().digest().hex(), "2026.10"));
        assertThat(offers.pin(TourOrganisation.BANK_DIRECTORY, "2026.11")).isInstanceOf(Offers.Pinned.class);
    }

    @Test
    void whoever_writes_for_the_bank_from_outside_was_answered_for() throws IOException {
        seed(site());

        String address = "elena@codeworks.example";
        String payments = data.sub("repositories").resolve("payment-file.git").toString();
        String newest = repository.tag(payments, "v1.1.0").orElseThrow().commit();
        assertThat(repository.writers(payments, newest, Set.of()))
                .extracting(SourceRepository.Writer::email)
                .containsExactlyInAnyOrder(address, "ben@alpenbank.example");
        assertThat(owners.of(Set.of(address)).get(address)).isInstanceOf(MailOwners.Outsider.class);
    }

    @Test
    void a_payment_file_to_come_needs_the_iban_check_that_reports() throws IOException {
        seed(site());

        assertThat(cmdb.unit(TourOrganisation.PAYMENT_FILE).requires())
                .containsExactly(Map.entry(TourOrganisation.IBAN_CHECK, "1.1.0"));
        assertThat(cmdb.units())
                .filteredOn(Unit.Software.class::isInstance)
                .extracting(Unit::id)
                .contains(TourOrganisation.BANK_DIRECTORY);
    }

    @Test
    void every_unit_has_an_approved_request_for_change() {
        assertThat(TourOrganisation.rfcs())
                .filteredOn(rfc -> rfc.status() == Rfc.Status.APPROVED)
                .extracting(Rfc::unit)
                .contains(TourOrganisation.IBAN_CHECK, TourOrganisation.PAYMENT_FILE, TourOrganisation.BANK_DIRECTORY);
    }
}
