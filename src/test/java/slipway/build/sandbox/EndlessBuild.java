package slipway.build.sandbox;

import java.nio.file.Path;
import java.util.Map;
import slipway.build.port.BuildTool.Job;

/** A program of its own that builds for ever, to be killed. */
final class EndlessBuild {
    private EndlessBuild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        new SandboxedTool(SandboxContract.settings(300))
                .run(new Job(
                        "echo running; sleep 4711 & while :; do sleep 0.1; done",
                        folder.resolve("workspace"),
                        Map.of(),
                        Map.of(),
                        folder.resolve("build.log"),
                        line -> System.out.println(line)));
    }
}
