package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from Slipway's user to the one that a job runs as. Root becomes the user of the builds before the sandbox is
 * made, so that it holds for root as for anybody; everybody else stays who they are.
 */
final class Descent {
    // Each step becomes the next one, so that the sandbox is a child of Slipway's and ends with it.
    private static final String STAGING = """
            mount -t tmpfs -o mode=711,nosuid,nodev none "$1"
            stage=$1 place=0; shift
            while [ "$1" != -- ]; do
              mkdir "$stage/$place"; mount --bind "$1" "$stage/$place"; place=$((place + 1)); shift
            done
            shift; exec "$@"
            """;

    private final SandboxSettings settings;
    private final boolean root;
    private final List<Path> folders;
    private final String stage;

    Descent(SandboxSettings settings, boolean root, List<Path> folders) throws IOException {
        this.settings = settings;
        this.root = root;
        this.folders = folders;
        this.stage = root ? stage(folders) : "";
    }

    /** Where that user finds one of the folders, which may lie below others that are closed to it. */
    String place(Path folder) {
        return root ? stage + "/" + folders.indexOf(folder) : folder.toString();
    }

    /** What goes before the command of that user. */
    List<String> line() {
        if (!root) {
            return List.of();
        }
        List<String> line = new ArrayList<>(
                List.of("unshare", "--mount", "--propagation", "private", "/bin/sh", "-ec", STAGING, "sh", stage));
        folders.forEach(folder -> line.add(folder.toString()));
        String user = Integer.toString(settings.userId());
        line.addAll(List.of("--", "setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
        line.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        return line;
    }

    // Covered in a mount namespace of its own only.
    private static String stage(List<Path> folders) throws IOException {
        for (String candidate : List.of("/mnt", "/media", "/srv", "/tmp")) {
            Path stage = Path.of(candidate);
            if (Files.isDirectory(stage, LinkOption.NOFOLLOW_LINKS)
                    && folders.stream().noneMatch(folder -> folder.startsWith(stage))) {
                return candidate;
            }
        }
        throw new IOException(
                "a build needs one of the folders /mnt, /media, /srv and /tmp that holds none of its own");
    }
}
