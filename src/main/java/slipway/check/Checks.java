package slipway.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Checks of what a release delivers, by commands that the operator allows. */
public interface Checks {

    /**
     * What a step of a model asks: {@code key} is stable over retries and restarts, {@code step} = its name for people,
     * {@code check} = the name of the command, {@code part} = the only one that is checked, empty = each.
     */
    record Asked(String key, ReleaseNumber release, String step, String check, Optional<UnitId> part) {}

    /** How a revision did; {@code report} is the end of what the command wrote. */
    record Finding(UnitRevision revision, boolean passed, String summary, String report) {}

    /**
     * Runs the command on the files of each part in the library, outside any transaction. After a crash what was finished
     * is not run again. A {@code TerminalFailure} where it cannot run: the name is not allowed, nothing lies in the library
     * yet, no sandbox.
     */
    List<Finding> run(Asked asked) throws IOException, InterruptedException;

    /** Tells in the history how it went; whether every part passed. */
    boolean record(Asked asked, List<Finding> findings);
}
