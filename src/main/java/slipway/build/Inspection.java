package slipway.build;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import slipway.build.Deliveries.Delivery;
import slipway.build.Deliveries.Sound;
import slipway.build.Deliveries.Unsound;
import slipway.build.Deliveries.Verdict;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** Reads a delivery as it lies in the inbox, and changes nothing there. */
@Component
class Inspection {
    private final Inboxes inboxes;
    private final TreeLimits most;

    Inspection(Inboxes inboxes, DeliverySettings settings, TreeSettings shape) {
        this.inboxes = inboxes;
        this.most = settings.within(shape);
    }

    /** The digest of everything in it but the vendor's papers. */
    Digest pin(Inbox inbox, String version) throws IOException, UnfitDelivery {
        return new DeliveredFiles(inbox.folder(version), most).manifest().digest();
    }

    Verdict inspect(Delivery delivery) throws IOException {
        try {
            Inbox inbox = inboxes.of(delivery.part().unit());
            Path folder = inbox.folder(delivery.source());
            Manifest manifest = new DeliveredFiles(folder, most).manifest();
            String voucher = Papers.in(folder).vouchFor(manifest, inbox.vendor());
            if (!manifest.digest().equals(delivery.pin())) {
                throw new UnfitDelivery("delivery " + delivery.source() + " was "
                        + delivery.pin().brief() + " when it was planned and is "
                        + manifest.digest().brief() + " now; plan again or answer for the delivery as it is");
            }
            return new Sound(delivery.source(), manifest, voucher);
        } catch (UnfitDelivery e) {
            return new Unsound(String.valueOf(e.getMessage()));
        }
    }
}
