package slipway.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import slipway.build.git.GitRepositories;

/** A revision of the tour's program that is heavy enough for a kill to come in the middle of anything. */
final class Payload {
    static final String VERSION = "1.2.0";
    static final String TAG = "v" + VERSION;
    private static final String WEIGHT = """

            echo "Adding tables"
            n=1
            while [ $n -le 24 ]; do
              { echo "table $n of $version"; head -c 1000000 /dev/zero | tr '\\0' 'a'; } > dist/share/table-$n.txt
              chmod 644 dist/share/table-$n.txt
              n=$((n + 1))
            done
            sleep 2
            """;

    private Payload() {}

    static void publish(Path repository) throws IOException {
        Path sources = Path.of("src/main/resources/tour/iban-check/1.1.0");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(sources.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        files.merge("build.sh", WEIGHT.getBytes(StandardCharsets.UTF_8), Payload::joined);
        GitRepositories.append(
                repository,
                List.of(new GitRepositories.Commit(
                        TAG,
                        "Tables for every country",
                        "Ben Bucher",
                        "ben@alpenbank.example",
                        Instant.parse("2026-05-04T09:00:00Z"),
                        files)));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
