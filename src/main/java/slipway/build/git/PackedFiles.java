package slipway.build.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** A folder of files that travels inside the program; scripts are executable again when they come out. */
public record PackedFiles(Map<String, byte[]> contents) {
    public PackedFiles {
        contents = Map.copyOf(contents);
    }

    /** Every file below a folder of the class path. */
    public static PackedFiles onClasspath(String folder) throws IOException {
        String root = "/" + folder + "/";
        Map<String, byte[]> contents = new TreeMap<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/**")) {
            String url = resource.getURL().toString();
            if (!url.endsWith("/") && resource.isReadable()) {
                try (InputStream in = resource.getInputStream()) {
                    contents.put(url.substring(url.lastIndexOf(root) + root.length()), in.readAllBytes());
                }
            }
        }
        if (contents.isEmpty()) {
            throw new IOException("nothing is packed under " + folder);
        }
        return new PackedFiles(contents);
    }

    /** Those of them whose path passes. */
    public PackedFiles only(Predicate<String> path) {
        Map<String, byte[]> some = new TreeMap<>(contents);
        some.keySet().removeIf(path.negate());
        return new PackedFiles(some);
    }

    public Manifest manifest() {
        return new Manifest(contents.entrySet().stream()
                .map(file -> new Manifest.Entry(
                        file.getKey(),
                        Digest.of(file.getValue()),
                        file.getValue().length,
                        GitRepositories.script(file.getValue())))
                .toList());
    }

    /** Writes them below a new folder. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolve("..").normalize());
            Files.write(target, file.getValue());
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(
                            GitRepositories.script(file.getValue()) ? "rwx------" : "rw-------"));
        }
    }
}
