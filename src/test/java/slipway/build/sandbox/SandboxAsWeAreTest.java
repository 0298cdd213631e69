package slipway.build.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import slipway.build.port.BuildTool;
import slipway.build.port.BuildTool.Ended;
import slipway.build.port.BuildTool.Job;
import slipway.build.port.BuildTool.Unavailable;

/** Under the user that runs the tests: root in CI, an ordinary one on a desk. */
class SandboxAsWeAreTest extends SandboxAttacks {
    @Override
    BuildTool tool(SandboxSettings settings) {
        return new SandboxedTool(settings);
    }

    @Override
    void own(Path workspace) {
        // The tool hands the workspace over itself.
    }

    @Override
    List<String> bystander() {
        return SandboxedTool.runsAsRoot() ? as(settings(1).userId(), "sleep", "30") : List.of("sleep", "30");
    }

    @Test
    void without_bubblewrap_a_build_is_refused_with_the_way_out(@TempDir Path folder) throws Exception {
        assertThat(new SandboxedTool(without(false)).run(touch(folder)))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        refused -> assertThat(refused.cause())
                                .contains("install the package bubblewrap")
                                .contains("slipway.build.allow-unsandboxed=true"));
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    @Test
    void without_bubblewrap_a_build_runs_unprotected_where_a_setting_says_so(@TempDir Path folder) throws Exception {
        assertThat(new SandboxedTool(without(true)).run(touch(folder)))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.exitCode()).isZero());
        assertThat(folder.resolve("touched")).exists();
    }

    @Test
    void a_build_that_fails_because_bubblewrap_is_gone_meanwhile_is_not_to_blame(@TempDir Path folder)
            throws Exception {
        Path programs = Files.createTempDirectory("slipway-bwrap");
        Path bubblewrap = programs.resolve("bwrap");
        try {
            Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(bubblewrap, "#!/bin/sh\nexec bwrap \"$@\"\n");
            Files.setPosixFilePermissions(bubblewrap, PosixFilePermissions.fromString("rwxr-xr-x"));
            BuildTool tool = new SandboxedTool(with(bubblewrap.toString(), false));
            assertThat(tool.run(touch(folder))).isInstanceOf(Ended.class);
            Job fails = new Job("exit 3", folder, Map.of(), Map.of(), folder.resolve("log"), line -> {});
            assertThat(tool.run(fails))
                    .isInstanceOfSatisfying(
                            Ended.class, ended -> assertThat(ended.exitCode()).isEqualTo(3));
            Files.writeString(bubblewrap, "#!/bin/sh\nexit 1\n");
            assertThat(tool.run(touch(folder))).isInstanceOf(Unavailable.class);
            assertThat(tool.run(touch(folder))).isInstanceOf(Unavailable.class);
        } finally {
            FileSystemUtils.deleteRecursively(programs);
        }
    }

    @Test
    void a_killed_slipway_takes_its_builds_with_it(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("workspace"));
        Process slipway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessBuild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(slipway.inputReader().readLine()).isEqualTo("running");
            assertThat(sleepers()).isEqualTo(1);
        } finally {
            slipway.destroyForcibly().waitFor();
        }
        await().atMost(10, SECONDS).until(() -> sleepers() == 0);
    }

    private static long sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 4711"))
                .count();
    }

    private static Job touch(Path folder) {
        return new Job("touch touched", folder, Map.of(), Map.of(), folder.resolve("log"), line -> {});
    }

    private static SandboxSettings without(boolean allowed) {
        return with("bwrap-that-is-not-there", allowed);
    }

    private static SandboxSettings with(String bubblewrap, boolean allowed) {
        SandboxSettings usual = settings(20);
        return new SandboxSettings(
                bubblewrap,
                allowed,
                usual.time(),
                usual.memory(),
                usual.workspace(),
                DataSize.ofMegabytes(1),
                usual.log(),
                usual.processes(),
                usual.openFiles(),
                usual.userId());
    }
}
