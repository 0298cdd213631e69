package slipway.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import slipway.cmdb.Unit;
import slipway.shared.Manifest;

/** What a vendor says of a delivery: the checksum file and, where there is one, the signature under it. */
final class Papers {
    // Two hundred bytes a line for as many files as a delivery may have, and what a signature can take at most.
    private static final int MOST_CHECKSUM_BYTES = 32 << 20;
    private static final int MOST_SIGNATURE_BYTES = 16 << 10;

    private final byte[] checksums;
    private final Optional<byte[]> signature;

    private Papers(byte[] checksums, Optional<byte[]> signature) {
        this.checksums = checksums;
        this.signature = signature;
    }

    /** Reads the papers of a delivery. */
    static Papers in(Path delivery) throws IOException, UnfitDelivery {
        byte[] checksums = read(delivery, Checksums.FILE, MOST_CHECKSUM_BYTES)
                .orElseThrow(() -> new UnfitDelivery("the delivery has no " + Checksums.FILE
                        + "; ask the vendor for it and put it beside the files"));
        return new Papers(checksums, read(delivery, Checksums.SIGNATURE, MOST_SIGNATURE_BYTES));
    }

    private static Optional<byte[]> read(Path folder, String name, int most) throws IOException, UnfitDelivery {
        if (!Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream paper = PlainFiles.open(folder, name)) {
            // One byte more than may be, however large the file says to be.
            byte[] content = paper.readNBytes(most + 1);
            if (content.length > most) {
                throw new UnfitDelivery("'" + name + "' is larger than " + most
                        + " bytes and cannot be what its name says; ask the vendor");
            }
            return Optional.of(content);
        } catch (FileSystemException e) {
            throw new UnfitDelivery("'" + name + "' is a link or a special file; ask the vendor for files");
        }
    }

    /** Checks signature and digests, and says who vouches for these files. */
    String vouchFor(Manifest manifest, Unit.Vendor vendor) throws UnfitDelivery {
        String voucher = vendor.key().isBlank()
                ? "the checksum file of " + vendor.supplier() + " alone"
                : signer(vendor, VendorKey.of(vendor.key()));
        Checksums.parse(checksums).require(manifest);
        return voucher;
    }

    private String signer(Unit.Vendor vendor, VendorKey key) throws UnfitDelivery {
        byte[] present = signature.orElseThrow(() -> new UnfitDelivery("the register holds a key of "
                + vendor.supplier() + ", but the delivery has no " + Checksums.SIGNATURE + "; ask the vendor for it"));
        if (!key.signed(checksums, present)) {
            throw new UnfitDelivery("the signature of " + Checksums.FILE + " was not made with the key of "
                    + vendor.supplier() + " that the register holds; take nothing of it and ask the vendor");
        }
        return "the signature of " + vendor.supplier() + " (" + key.kind() + ")";
    }

    /** Writes them below a folder as they were read. */
    void writeTo(Path folder) throws IOException {
        Files.write(folder.resolve(Checksums.FILE), checksums);
        if (signature.isPresent()) {
            Files.write(folder.resolve(Checksums.SIGNATURE), signature.get());
        }
    }
}
