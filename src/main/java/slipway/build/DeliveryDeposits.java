package slipway.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns.Altered;
import slipway.build.CheckIns.Deposit;
import slipway.build.CheckIns.Deposited;
import slipway.build.Deliveries.Delivery;
import slipway.library.Library;
import slipway.shared.Bounded;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PlainText;

/** Brings a sound delivery and the vendor's papers into the library's store. */
@Component
class DeliveryDeposits {
    private final Inboxes inboxes;
    private final BuildFolders folders;
    private final Library library;

    DeliveryDeposits(Inboxes inboxes, BuildFolders folders, Library library) {
        this.inboxes = inboxes;
        this.folders = folders;
        this.library = library;
    }

    Deposit deposit(Delivery delivery) throws IOException {
        Manifest manifest = delivery.manifest()
                .orElseThrow(() -> new IllegalStateException("delivery " + delivery.key() + " is not sound"));
        try {
            Inbox inbox = inboxes.of(delivery.part().unit());
            Path folder = inbox.folder(delivery.source());
            files(manifest, folder);
            Papers papers = Papers.in(folder);
            // What is stored must be the papers that vouch for these files, not what lies there since.
            papers.vouchFor(manifest, inbox.vendor());
            return new Deposited(delivery.key(), companions(papers, folders.of(delivery.key())));
        } catch (UnfitDelivery e) {
            return new Altered(delivery.key(), "after its inspection: " + e.getMessage());
        }
    }

    private void files(Manifest manifest, Path folder) throws IOException, UnfitDelivery {
        for (Manifest.Entry entry : manifest.entries()) {
            if (!stored(folder, entry).equals(entry.digest())) {
                throw new UnfitDelivery(
                        "'" + PlainText.quoted(entry.path()) + "' changed; ask the vendor which content is right");
            }
        }
    }

    private Digest stored(Path folder, Manifest.Entry entry) throws IOException, UnfitDelivery {
        try (InputStream content = PlainFiles.open(folder, entry.path())) {
            return library.store(Bounded.of(content, entry.size()), entry.digest());
        } catch (FileSystemException e) {
            throw new UnfitDelivery("'" + PlainText.quoted(entry.path())
                    + "' went away or is no plain file any more; fetch the delivery again");
        }
    }

    private Map<String, Digest> companions(Papers papers, Path scratch) throws IOException {
        Scratch.wipe(scratch);
        Files.createDirectories(scratch);
        papers.writeTo(scratch);
        Map<String, Digest> companions = new LinkedHashMap<>();
        for (String paper : List.of(Checksums.FILE, Checksums.SIGNATURE)) {
            if (Files.exists(scratch.resolve(paper))) {
                companions.put(paper, library.store(scratch.resolve(paper)));
            }
        }
        return companions;
    }
}
