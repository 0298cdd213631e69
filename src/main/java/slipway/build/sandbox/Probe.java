package slipway.build.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import slipway.build.port.BuildTool.Job;

/** Whether bubblewrap works here; some machines have it and forbid what it needs. */
final class Probe {
    private static final long PATIENCE_SECONDS = 20;

    private final SandboxSettings settings;
    private final boolean root;
    private final CallFilter calls;

    Probe(SandboxSettings settings, boolean root, CallFilter calls) {
        this.settings = settings;
        this.root = root;
        this.calls = calls;
    }

    boolean works(Path workspace) throws IOException, InterruptedException {
        Job nothing = new Job("true", workspace, Map.of(), Map.of(), workspace, line -> {});
        ProcessBuilder process = new ProcessBuilder(new Bubblewrap(settings, root, calls).line(nothing))
                .redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD);
        try {
            Process started = process.start();
            try {
                return started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && started.exitValue() == 0;
            } finally {
                started.destroyForcibly();
            }
        } catch (IOException e) {
            // The program is not there; the caller says so in words.
            return false;
        }
    }
}
