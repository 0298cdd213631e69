package slipway.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.build.git.GitRepositories;
import slipway.build.git.PackedFiles;
import slipway.cmdb.Unit;
import slipway.identity.MailOwners;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.UnitId;

/** The bank's three units as Slipway ships them: two programs with a repository each, and one a vendor delivers. */
@Component
class TourSources {
    private static final String ROOT = "tour/";
    private static final String FIRST = "1.0.0";
    private static final String OCTOBER = "2026.10";
    private static final Set<String> PAPERS = Set.of("SHA256SUMS", "SHA256SUMS.sig");

    /** Writes for the bank under a contract, and was answered for. */
    private static final String CONTRACTOR = "codeworks.example";

    private final DataFolder data;
    private final MailOwners owners;

    TourSources(DataFolder data, MailOwners owners) {
        this.data = data;
        this.owners = owners;
    }

    /** Makes repositories and inbox where they are missing; the same commits and the same bytes wherever it is done. */
    List<TourUnit> publish() throws IOException {
        owners.outside(
                Set.of(), Set.of(CONTRACTOR), new Actor("conrad"), "Codeworks Ltd. writes for us under a contract.");
        return List.of(ibanCheck(), paymentFile(), bankDirectory());
    }

    private TourUnit ibanCheck() throws IOException {
        String address = repository(
                TourOrganisation.IBAN_CHECK,
                commit(
                        TourOrganisation.IBAN_CHECK,
                        FIRST,
                        "First version: length and check digits",
                        "2026-01-12T08:30:00Z"),
                commit(
                        TourOrganisation.IBAN_CHECK,
                        "1.1.0",
                        "Check whole files; accept spaces and small letters",
                        "2026-03-02T14:05:00Z"));
        return program(new Unit.Software(TourOrganisation.IBAN_CHECK, "IBAN check", new Unit.Repository(address)));
    }

    private TourUnit paymentFile() throws IOException {
        String address = repository(
                TourOrganisation.PAYMENT_FILE,
                commit(
                        TourOrganisation.PAYMENT_FILE,
                        FIRST,
                        "First version: name, IBAN, amount, currency",
                        "2026-01-20T10:15:00Z"),
                commit(
                        TourOrganisation.PAYMENT_FILE,
                        "1.1.0",
                        "Check all IBANs in one run; show totals",
                        "2026-03-09T09:40:00Z",
                        "Elena Egger",
                        "elena@" + CONTRACTOR));
        // What ran before asks for no option of iban-check; every version to come calls it with --report.
        return program(new Unit.Software(
                TourOrganisation.PAYMENT_FILE,
                "Payment file",
                new Unit.Repository(address),
                Map.of(TourOrganisation.IBAN_CHECK, "1.1.0"),
                Set.of()));
    }

    private String repository(UnitId unit, GitRepositories.Commit... commits) throws IOException {
        Path repository = data.sub("repositories").resolve(unit + ".git");
        GitRepositories.create(repository, List.of(commits));
        return repository.toUri().toString();
    }

    private static GitRepositories.Commit commit(UnitId unit, String version, String message, String at)
            throws IOException {
        return commit(unit, version, message, at, "Ben Bucher", "ben@alpenbank.example");
    }

    private static GitRepositories.Commit commit(
            UnitId unit, String version, String message, String at, String author, String email) throws IOException {
        return new GitRepositories.Commit(
                "v" + version,
                message,
                author,
                email,
                Instant.parse(at),
                PackedFiles.onClasspath(ROOT + unit + "/" + version).contents());
    }

    private static TourUnit program(Unit.Software unit) throws IOException {
        return new TourUnit(
                unit,
                FIRST,
                PackedFiles.onClasspath(ROOT + unit.id() + "/baseline-" + FIRST),
                new PackedFiles(Map.of()));
    }

    private TourUnit bankDirectory() throws IOException {
        UnitId unit = TourOrganisation.BANK_DIRECTORY;
        Deliverer deliverer = new Deliverer(data.sub("deliveries").resolve(unit.value()), ROOT + unit);
        deliverer.deliver(OCTOBER);
        deliverer.deliver("2026.11");
        Map<String, byte[]> packed = PackedFiles.onClasspath(ROOT + unit).contents();
        String key = new String(Objects.requireNonNull(packed.get("clearing-house.pem")), StandardCharsets.UTF_8);
        PackedFiles october = PackedFiles.onClasspath(ROOT + unit + "/" + OCTOBER);
        return new TourUnit(
                new Unit.Software(
                        unit,
                        "Bank directory",
                        new Unit.Vendor("Clearing House AG", deliverer.inbox().toString(), key)),
                OCTOBER,
                october.only(path -> !PAPERS.contains(path)),
                october.only(PAPERS::contains));
    }
}
