package slipway.build.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import slipway.build.port.BuildTool;

/** Started by root as a user without any right, as on a desk. */
class SandboxAsOrdinaryUserTest extends SandboxContract {
    private static final int USER = 64322;

    @BeforeEach
    void only_root_can_become_another_user() {
        assumeTrue(SandboxedTool.runsAsRoot(), "the other class covers an ordinary user who runs the tests");
    }

    @Override
    BuildTool tool(SandboxSettings usual) throws IOException {
        Path wrapper = Files.createTempFile("slipway-bwrap", ".sh");
        Files.writeString(
                wrapper,
                "#!/bin/sh\nexec setpriv --reuid " + USER + " --regid " + USER + " --clear-groups bwrap \"$@\"\n");
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        SandboxSettings settings = new SandboxSettings(
                wrapper.toString(),
                false,
                usual.time(),
                usual.memory(),
                usual.workspace(),
                usual.temporary(),
                usual.log(),
                usual.processes(),
                usual.openFiles(),
                usual.userId());
        return new SandboxedTool(settings, false);
    }

    @Override
    void own(Path workspace) throws IOException {
        chown(workspace, USER);
    }
}
