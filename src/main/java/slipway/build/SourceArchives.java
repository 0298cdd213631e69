package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.build.port.BuildTool;
import slipway.engine.TerminalFailure;
import slipway.shared.PlainText;

/** Archives of sources, brought to where commands will work on them. */
@Component
public class SourceArchives {
    private final BuildTool tool;
    private final TreeLimits most;

    SourceArchives(BuildTool tool, SourceSettings settings, TreeSettings shape) {
        this.tool = tool;
        this.most = settings.within(shape);
    }

    /**
     * Unpacks an archive into a new folder, in place of what lies there: checked whole first, and then inside the
     * sandbox, which can write nothing but that folder. Where it fails there is no folder.
     */
    public void unpack(Path archive, Path folder, Path log) throws IOException, InterruptedException, UnfitSources {
        Scratch.wipe(folder);
        Optional<TreeFault> fault = ArchiveFiles.fault(archive, most);
        if (fault.isPresent()) {
            throw new UnfitSources("of the source archive, " + fault.get().words("in the sources"));
        }
        Files.createDirectories(folder);
        boolean whole = false;
        try {
            require(tool.unpack(archive, folder, log), log);
            whole = true;
        } finally {
            if (!whole) {
                Scratch.wipe(folder);
            }
        }
    }

    private static void require(BuildTool.Outcome outcome, Path log) throws IOException, UnfitSources {
        switch (outcome) {
            case BuildTool.Unavailable none -> throw new TerminalFailure(none.cause());
            case BuildTool.Stopped stopped ->
                throw new UnfitSources("unpacking the sources was stopped: " + stopped.cause()
                        + "; leave some of them out, or raise the limit");
            case BuildTool.Ended ended -> {
                if (ended.exitCode() != 0) {
                    throw new UnfitSources("the sources could not be unpacked ("
                            + PlainText.quoted(LogFile.tail(log)) + "); have an administrator look whether the disk is"
                            + " full, then build again");
                }
            }
        }
    }
}
