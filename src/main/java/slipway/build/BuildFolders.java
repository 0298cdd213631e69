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

    /** What holds the folders of all builds. */
    Path all() {
        return root;
    }

    Path of(String key) {
        return root.resolve(key);
    }

    Path workspace(String key) {
        return of(key).resolve("workspace");
    }

    /** The sources of a build, as they are brought into its workspace and kept with what it made. */
    Path archive(String key) {
        return of(key).resolve("sources.tar");
    }

    Path log(String key) {
        return of(key).resolve("build.log");
    }
}
