package slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What cp, sync and sha256sum of coreutils need for the same files at as many sites, as many at a time. */
final class PlainTools {
    private static final int AT_A_TIME = 2;
    private static final String SITE = "mkdir -p sites/{}/releases && cp -r files sites/{}/releases/new"
            + " && sync sites/{}/releases/new/*/* && sha256sum sites/{}/releases/new/*/* > /dev/null"
            + " && ln -s releases/new sites/{}/next && mv sites/{}/next sites/{}/current && sync sites/{}";

    private PlainTools() {}

    /** The seconds to copy, sync, hash and switch the files of a rollout at that many sites. */
    static double seconds(BenchBank bank, int sites) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(bank.folder("plain"), "copy-");
        BenchFiles.fill(folder.resolve("files"), RolloutBench.FILES, RolloutBench.BYTES, sites);
        long began = System.nanoTime();
        run(folder, "seq " + sites + " | xargs -P " + AT_A_TIME + " -I{} sh -c '" + SITE + "'");
        return (System.nanoTime() - began) / 1e9;
    }

    static void run(Path folder, String command) throws IOException, InterruptedException {
        int code = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("'" + command + "' ended with " + code);
        }
    }
}
