package slipway.site.directory;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Site;
import slipway.shared.UnitId;

/** A unit's folder at a site: {@code releases/<name>} and the link {@code current}; no other link is ever followed. */
record UnitFolder(Path root) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}");

    static UnitFolder open(Site site, UnitId unit) throws IOException {
        if (!Files.isDirectory(site.folder())) {
            throw new SiteRefusal("the folder of site " + site.id() + " is not there");
        }
        return new UnitFolder(site.folder().resolve(unit.value()));
    }

    void make() throws IOException {
        makeFolder(root);
        makeFolder(releases());
    }

    Path releases() {
        return root.resolve("releases");
    }

    Path release(String name) throws IOException {
        return releases().resolve(plain(name));
    }

    Path part(String name) throws IOException {
        return releases().resolve("." + plain(name) + ".part");
    }

    Path current() {
        return root.resolve("current");
    }

    /** The name that {@code current} points to; refuses anything but a relative link into {@code releases}. */
    Optional<String> active() throws IOException {
        requireFolderOrNothing(root);
        if (!Files.exists(current(), NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isSymbolicLink(current())) {
            throw new SiteRefusal("'current' is not a link");
        }
        Path target = Files.readSymbolicLink(current());
        if (target.isAbsolute() || target.getNameCount() != 2 || !target.startsWith("releases")) {
            throw new SiteRefusal("'current' points to '" + target + "', not into 'releases'");
        }
        String name = target.getFileName().toString();
        requireFolder(releases());
        requireFolder(release(name));
        return Optional.of(name);
    }

    void requireFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            String name = Path.of(String.valueOf(root.getFileName()))
                    .resolve(root.relativize(folder))
                    .normalize()
                    .toString();
            throw new SiteRefusal(
                    "'" + name + "' is " + (Files.exists(folder, NOFOLLOW_LINKS) ? "not a folder" : "missing"));
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        requireFolderOrNothing(folder);
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            makeOpen(folder);
        }
    }

    // Others than ourselves run what is installed, whatever our own umask says.
    static void makeOpen(Path folder) throws IOException {
        Files.setPosixFilePermissions(Files.createDirectory(folder), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void requireFolderOrNothing(Path folder) throws IOException {
        if (Files.exists(folder, NOFOLLOW_LINKS)) {
            requireFolder(folder);
        }
    }

    private static String plain(String name) throws SiteRefusal {
        if (!NAME.matcher(name).matches()) {
            throw new SiteRefusal("'" + name + "' is no name of a release");
        }
        return name;
    }
}
