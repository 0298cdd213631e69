package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import slipway.build.port.BuildTool;

/** As a user without any right, as on a desk: root becomes one, everybody else is one. */
class SandboxAsOrdinaryUserTest extends SandboxAttacks {
    private static final int USER = 64322;

    @Override
    BuildTool tool(SandboxSettings usual) throws IOException {
        if (!SandboxedTool.runsAsRoot()) {
            return new SandboxedTool(usual, false);
        }
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
        if (SandboxedTool.runsAsRoot()) {
            chown(workspace, USER);
        }
    }

    @Override
    List<String> bystander() {
        return SandboxedTool.runsAsRoot() ? as(USER, "sleep", "30") : List.of("sleep", "30");
    }
}
