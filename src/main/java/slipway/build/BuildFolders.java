package slipway.build;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import slipway.shared.DataFolder;

/** Where each build works and leaves its log. */
@Component
class BuildFolders {
    private final Path root;

    BuildFolders(DataFolder data) throws IOException {
        this.root = data.sub("builds");
    }

    Path of(String key) {
        return root.resolve(key);
    }

    Path workspace(String key) {
        return of(key).resolve("workspace");
    }

    Path log(String key) {
        return of(key).resolve("build.log");
    }
}
