package slipway.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import slipway.build.git.GitRepositories;
import slipway.build.git.GitRepositories.Commit;
import slipway.build.git.PackedFiles;

/** Commits of iban-check, whole or with some files exchanged. */
public final class TourSources {
    private TourSources() {}

    public static Commit commit(String tag, String author, Map<String, String> exchanged) throws IOException {
        String folder = tag.equals("v1.0.0") ? "1.0.0" : "1.1.0";
        Map<String, byte[]> files = new TreeMap<>(
                PackedFiles.onClasspath("tour/iban-check/" + folder).contents());
        exchanged.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Instant at = Instant.parse("2026-01-01T08:00:00Z").plusSeconds(tag.hashCode() & 0xffff);
        return new Commit(tag, "Release " + tag, author, author + "@alpenbank.example", at, files);
    }

    /** Makes a repository whose first commit is the tour's baseline. */
    public static void create(Path bare, Commit... more) throws IOException {
        GitRepositories.create(bare, java.util.List.of(commit("v1.0.0", "former", Map.of())));
        GitRepositories.append(bare, java.util.List.of(more));
    }
}
