package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Folders that commands of others may have written to. */
public final class Scratch {
    private Scratch() {}

    /**
     * Removes a folder with all it holds, where there is one; links are removed and never followed. Folders that lie
     * deeper than any path reaches are brought up level by level, so that nothing is too deep to go.
     */
    public static void wipe(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            open(folder);
            try (SecureDirectoryStream<Path> held = PlainFiles.folder(folder)) {
                new Emptying(folder, held).run();
            }
        }
        Files.deleteIfExists(folder);
    }

    // A build may have closed it to its owner too.
    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static final class Emptying {
        private final Path folder;
        private final SecureDirectoryStream<Path> held;

        Emptying(Path folder, SecureDirectoryStream<Path> held) {
            this.folder = folder;
            this.held = held;
        }

        void run() throws IOException {
            for (List<Path> names = names(); !names.isEmpty(); names = names()) {
                for (Path name : names) {
                    if (isFolder(held, name)) {
                        remove(name);
                    } else {
                        held.deleteFile(name);
                    }
                }
            }
        }

        private List<Path> names() throws IOException {
            try (SecureDirectoryStream<Path> again = PlainFiles.folder(folder)) {
                return names(again);
            }
        }

        private void remove(Path name) throws IOException {
            open(folder.resolve(name));
            try (SecureDirectoryStream<Path> below = held.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                for (Path each : names(below)) {
                    if (isFolder(below, each)) {
                        open(folder.resolve(name).resolve(each));
                        below.move(each, held, Path.of(".wiped-" + UUID.randomUUID()));
                    } else {
                        below.deleteFile(each);
                    }
                }
            }
            held.deleteDirectory(name);
        }

        private static boolean isFolder(SecureDirectoryStream<Path> in, Path name) throws IOException {
            return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes()
                    .isDirectory();
        }

        private static List<Path> names(SecureDirectoryStream<Path> folder) {
            List<Path> names = new ArrayList<>();
            folder.forEach(each -> names.add(each.getFileName()));
            return names;
        }
    }
}
