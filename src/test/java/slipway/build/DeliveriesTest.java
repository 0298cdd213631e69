package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.build.BuildEvent.DeliveryAnswered;
import slipway.build.BuildEvent.DeliveryOrdered;
import slipway.build.BuildEvent.DeliverySound;
import slipway.build.BuildEvent.DeliveryUnsound;
import slipway.build.Deliveries.Delivery;
import slipway.build.Deliveries.State;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.release.ReleasePart;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitId;

class DeliveriesTest extends BuildStory {
    private static final UnitId DIRECTORY = new UnitId("delivered-directory");
    private static final Map<String, String> FILES =
            Map.of("bank-codes.tsv", "08101\tAlpenbank\n", "doc/README", "Read");

    @Autowired
    Deliveries deliveries;

    @Autowired
    DataFolder data;

    private Path november;
    private VendorDesk desk;

    @BeforeEach
    void a_vendor_delivers() throws IOException {
        desk = VendorDesk.ed25519(folder.resolve("vendor"));
        november = desk.deliver("2026.11", FILES);
        Files.setPosixFilePermissions(november.resolve("doc/README"), PosixFilePermissions.fromString("rwxr-xr-x"));
        register(desk.vendor());
    }

    private void register(Unit.Vendor vendor) {
        cmdb.registerUnit(new Unit.Software(DIRECTORY, "Directory", vendor));
    }

    private PartId inBuild() {
        return inBuild(Map.of(DIRECTORY, "2026.11")).getFirst();
    }

    private Delivery taken(PartId part) throws IOException {
        Delivery order = deliveries.order(part);
        return deliveries.record(order.key(), deliveries.inspect(order.key()));
    }

    private String problem(PartId part) throws IOException {
        Delivery delivery = taken(part);
        assertThat(delivery.state()).isEqualTo(State.UNSOUND);
        assertThat(told(part.release(), DeliveryUnsound.class).problem()).isEqualTo(delivery.problem());
        return delivery.problem();
    }

    @Test
    void an_order_binds_the_digest_that_was_planned_and_is_the_same_while_it_is_open() {
        PartId part = inBuild();

        Delivery order = deliveries.order(part);

        assertThat(order.key()).isEqualTo("DLV-" + part.release() + "-delivered-directory-1");
        assertThat(order.pin().hex())
                .isEqualTo(releases.submitted(part.release()).part(DIRECTORY).pin());
        assertThat(deliveries.order(part)).isEqualTo(order);
        assertThat(told(part.release(), DeliveryOrdered.class).pin()).isEqualTo(order.pin());
    }

    @Test
    void a_signed_and_complete_delivery_enters_the_library_with_the_vendors_papers() throws Exception {
        PartId part = inBuild();

        Delivery delivery = taken(part);

        assertThat(delivery.state()).as(delivery.problem()).isEqualTo(State.SOUND);
        assertThat(delivery.vouchedBy()).isEqualTo("the signature of Clearing House AG (Ed25519)");
        assertThat(told(part.release(), DeliverySound.class).words()).contains("2026.11", "Clearing House AG");
        assertThat(delivery.revision().orElseThrow().digest()).isEqualTo(delivery.pin());
        checkedIn(part);
        assertThat(releases.submitted(part.release()).part(DIRECTORY)).isInstanceOf(ReleasePart.Ready.class);
        Library.Holding holding =
                library.find(delivery.revision().orElseThrow()).orElseThrow();
        assertThat(holding.companions().keySet()).containsExactlyInAnyOrder("SHA256SUMS", "SHA256SUMS.sig");
        Path back = folder.resolve("back");
        library.materialise(holding, back);
        assertThat(back.resolve("bank-codes.tsv")).hasContent("08101\tAlpenbank\n");
        assertThat(holding.manifest().entries())
                .extracting(entry -> entry.path() + (entry.executable() ? " runs" : ""))
                .containsExactly("bank-codes.tsv", "doc/README runs");
    }

    @Test
    void where_the_register_holds_no_key_the_checksum_file_alone_vouches() throws Exception {
        register(new Unit.Vendor("Small House", desk.inbox().toString(), ""));
        Files.delete(november.resolve(Checksums.SIGNATURE));
        PartId part = inBuild();

        assertThat(taken(part).vouchedBy()).isEqualTo("the checksum file of Small House alone");
        checkedIn(part);
    }

    @Test
    void a_missing_a_wrong_and_a_foreign_signature_are_unsound() throws Exception {
        PartId part = inBuild();
        Files.delete(november.resolve(Checksums.SIGNATURE));
        assertThat(problem(part)).contains("but the delivery has no SHA256SUMS.sig");

        Files.write(november.resolve(Checksums.SIGNATURE), new byte[64]);
        anew(part);
        assertThat(problem(part)).contains("was not made with the key of Clearing House AG");

        VendorDesk stranger = VendorDesk.ed25519(folder.resolve("stranger"));
        stranger.sign(november);
        anew(part);
        assertThat(problem(part)).contains("was not made with the key of Clearing House AG");

        desk.sign(november);
        anew(part);
        assertThat(taken(part).state()).isEqualTo(State.SOUND);
    }

    @Test
    void a_checksum_file_that_was_changed_to_fit_other_files_is_not_signed_any_more() throws Exception {
        PartId part = inBuild();
        Files.writeString(november.resolve("bank-codes.tsv"), "66666\tPirate bank\n");
        String sums = Files.readString(november.resolve(Checksums.FILE));
        Files.writeString(
                november.resolve(Checksums.FILE),
                sums.replaceFirst(
                        "\\w{64}(?=  bank-codes)",
                        Digest.of(november.resolve("bank-codes.tsv")).hex()));

        assertThat(problem(part)).contains("was not made with the key");
    }

    @Test
    void a_changed_an_added_and_a_missing_file_are_unsound() throws Exception {
        PartId part = inBuild();
        Files.writeString(november.resolve("bank-codes.tsv"), "66666\tPirate bank\n");
        assertThat(problem(part)).startsWith("'bank-codes.tsv' has the digest ");

        Files.writeString(november.resolve("bank-codes.tsv"), FILES.get("bank-codes.tsv"));
        Files.writeString(november.resolve("extra"), "more");
        anew(part);
        assertThat(problem(part)).startsWith("'extra' lies in the delivery, but SHA256SUMS does not name it");

        Files.delete(november.resolve("extra"));
        Files.delete(november.resolve("doc/README"));
        anew(part);
        assertThat(problem(part)).startsWith("'doc/README' is named by SHA256SUMS and missing");
    }

    @Test
    void a_delivery_without_checksum_file_or_with_a_key_that_nobody_can_read_is_unsound() throws Exception {
        PartId part = inBuild();
        Files.move(november.resolve(Checksums.FILE), folder.resolve("sums"));
        assertThat(problem(part)).contains("the delivery has no SHA256SUMS");

        Files.createSymbolicLink(november.resolve(Checksums.FILE), folder.resolve("sums"));
        anew(part);
        assertThat(problem(part)).startsWith("'SHA256SUMS' is a link");

        Files.delete(november.resolve(Checksums.FILE));
        Files.move(folder.resolve("sums"), november.resolve(Checksums.FILE));
        register(new Unit.Vendor("Clearing House AG", desk.inbox().toString(), "no key"));
        anew(part);
        assertThat(problem(part)).contains("the vendor's key in the register is no public key");
    }

    @Test
    void a_sound_delivery_that_is_not_the_one_that_was_planned_is_unsound() throws Exception {
        PartId part = inBuild();
        desk.deliver("2026.11", Map.of("bank-codes.tsv", "08102\tAlpenbank Private\n", "doc/README", "Read"));

        assertThat(problem(part)).startsWith("delivery 2026.11 was ").contains("when it was planned");

        done(deliveries.repair(part, BEN, "2026.11", "the vendor corrected it"));
        assertThat(taken(part).state()).isEqualTo(State.SOUND);
        assertThat(told(part.release(), DeliveryAnswered.class).words()).contains("the vendor corrected it");
    }

    @Test
    void a_delivery_that_went_away_is_unsound_and_another_one_answers() throws Exception {
        PartId part = inBuild();
        Files.move(november, folder.resolve("away"));
        assertThat(problem(part)).contains("there is no delivery '2026.11'");
        desk.deliver("2026.12", FILES);

        assertThat(rule(deliveries.repair(part, BEN, "2026.11", "again"))).isEqualTo("unusable-delivery");
        Result nowhere = deliveries.repair(part, BEN, "../2026.12", "again");
        assertThat(((Result.Refused) nowhere).refusal().field()).isEqualTo("delivery");
        assertThat(rule(deliveries.repair(part, BEN, "2026.12", " "))).isEqualTo("remark-missing");
        done(deliveries.repair(part, BEN, "2026.12", "december"));
        Delivery second = taken(part);
        assertThat(second.key()).endsWith("-2");
        assertThat(second.revision().orElseThrow().version()).isEqualTo("2026.12");
        assertThat(deliveries.of(part)).extracting(Delivery::attempt).containsExactly(2, 1);
    }

    @Test
    void what_was_recorded_is_not_inspected_again() throws Exception {
        PartId part = inBuild();
        Delivery delivery = taken(part);
        Files.writeString(november.resolve("extra"), "more");

        assertThat(deliveries.inspect(delivery.key()))
                .isEqualTo(new Deliveries.Sound("2026.11", delivery.manifest().orElseThrow(), delivery.vouchedBy()));
        assertThat(deliveries
                        .record(delivery.key(), new Deliveries.Unsound("late"))
                        .state())
                .isEqualTo(State.SOUND);
    }

    @Test
    void what_changes_after_its_inspection_does_not_enter_the_library() throws Exception {
        PartId part = inBuild();
        Delivery delivery = taken(part);
        Files.writeString(november.resolve("bank-codes.tsv"), "66666\tPirate bank\n");

        assertThat(rule(proposed(part))).isEqualTo("delivery-altered");

        assertThat(deliveries.latest(part).problem()).contains("'bank-codes.tsv' changed");
        assertThat(library.find(delivery.revision().orElseThrow())).isEmpty();
        Files.writeString(november.resolve("bank-codes.tsv"), FILES.get("bank-codes.tsv"));
        long held = bytesInLibrary();
        try (var sparse =
                new RandomAccessFile(november.resolve("bank-codes.tsv").toFile(), "rw")) {
            sparse.setLength(1L << 24);
        }
        assertThat(rule(proposed(part))).isEqualTo("delivery-altered");
        assertThat(bytesInLibrary()).isEqualTo(held);
        Files.writeString(november.resolve("bank-codes.tsv"), FILES.get("bank-codes.tsv"));
        Files.delete(november.resolve(Checksums.FILE));
        assertThat(rule(proposed(part))).isEqualTo("delivery-altered");
        Files.delete(november.resolve("doc/README"));
        assertThat(rule(proposed(part))).isEqualTo("delivery-altered");
    }

    private long bytesInLibrary() throws IOException {
        try (Stream<Path> files = Files.walk(data.sub("library"))) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private void anew(PartId part) {
        done(deliveries.repair(part, BEN, "2026.11", "fetched again"));
    }
}
