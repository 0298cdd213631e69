package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.build.sandbox.SandboxSettings;
import slipway.shared.Digest;

/** Brings commits into a workspace as a build does, and keeps an eye on what lies around it. */
final class SourceDesk {
    private final Path base;
    private final SourceRepository sources;
    private final SourceArchives archives;

    /** The real repository and sandbox and nothing else. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties({SandboxSettings.class, SourceSettings.class, TreeSettings.class})
    @ComponentScan(basePackages = {"slipway.build.git", "slipway.build.sandbox"})
    @Import(SourceArchives.class)
    static class Setup {}

    SourceDesk(Path base, SourceRepository sources, SourceArchives archives) throws IOException {
        this.base = base;
        this.sources = sources;
        this.archives = archives;
        Files.createDirectories(base.resolve("place"));
        Files.createDirectories(base.resolve("beside/deep"));
        Files.writeString(base.resolve("secret"), "above");
        Files.writeString(base.resolve("beside/secret"), "beside");
        Files.writeString(base.resolve("beside/deep/secret"), "deep");
        Files.writeString(base.resolve("place/secret"), "next to it");
        Files.createSymbolicLink(base.resolve("beside/link"), Path.of("deep"));
        // Open to everybody, so that nothing but the sandbox keeps its user from writing there.
        for (Path each : paths(base)) {
            if (!Files.isSymbolicLink(each)) {
                Files.setPosixFilePermissions(
                        each, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
    }

    Path beside() {
        return base.resolve("beside");
    }

    Path workspace() {
        return base.resolve("place/workspace");
    }

    Path archive() {
        return base.resolve("place/sources.tar");
    }

    /** Why the commit was refused, if it was. */
    Optional<String> bring(Path repository, String commit) throws Exception {
        Files.deleteIfExists(archive());
        Scratch.wipe(workspace());
        try {
            sources.archive(repository.toString(), commit, archive());
            archives.unpack(archive(), workspace(), base.resolve("place/log"));
            return Optional.empty();
        } catch (UnsafeSources | UnusableRepository | UnfitSources e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Everything around workspace and archive: each path with its kind, rights and content. */
    TreeMap<String, String> surroundings() throws IOException {
        TreeMap<String, String> all = listed(base);
        all.keySet()
                .removeIf(path -> path.startsWith("place/workspace")
                        || path.equals("place/sources.tar")
                        || path.equals("place/log"));
        return all;
    }

    /** Each plain file and link of the workspace, as {@link #file} and {@link #link} say it. */
    TreeMap<String, String> brought() throws IOException {
        TreeMap<String, String> all = listed(workspace());
        all.values().removeIf(what -> what.startsWith("folder"));
        return all;
    }

    static String file(byte[] content, boolean executable) {
        return (executable ? "file rwxr-xr-x " : "file rw-r--r-- ") + Digest.of(content);
    }

    static String link(String target) {
        return "link " + target;
    }

    private static TreeMap<String, String> listed(Path root) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        for (Path each : paths(root)) {
            all.put(root.relativize(each).toString(), what(each));
        }
        return all;
    }

    private static java.util.List<Path> paths(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }

    private static String what(Path each) throws IOException {
        if (Files.isSymbolicLink(each)) {
            return link(Files.readSymbolicLink(each).toString());
        }
        String rights = java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS));
        return Files.isDirectory(each) ? "folder " + rights : "file " + rights + " " + Digest.of(each);
    }
}
