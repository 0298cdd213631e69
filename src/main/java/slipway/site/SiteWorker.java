package slipway.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import slipway.shared.DataFolder;

/**
 * This boot as worker at sites. The data folder belongs to one process at a time, so whoever signed there before is
 * known to be gone.
 */
@Component
class SiteWorker {
    private final DataFolder data;
    private final String id = UUID.randomUUID().toString();

    SiteWorker(DataFolder data) {
        this.data = data;
    }

    String id() {
        return id;
    }

    /** Signs in; the id of the boot before, where there was one. */
    Optional<String> signIn() throws IOException {
        Path file = data.sub("site").resolve("worker");
        String before = Files.exists(file) ? Files.readString(file).strip() : "";
        Files.writeString(file, id);
        return Optional.of(before).filter(other -> !other.isEmpty() && !other.equals(id));
    }
}
