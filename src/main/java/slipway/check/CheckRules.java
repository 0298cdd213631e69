package slipway.check;

import slipway.build.port.BuildTool;
import slipway.engine.TerminalFailure;

/** Which ends of a command count as passed: only that it ended by itself, said all that it had to say, and was content. */
final class CheckRules {
    private CheckRules() {}

    /** Whether it passed, and why. */
    record Verdict(boolean passed, String summary) {}

    static Verdict of(BuildTool.Outcome outcome) {
        return switch (outcome) {
            case BuildTool.Unavailable none -> throw new TerminalFailure(none.cause());
            case BuildTool.Stopped stopped -> new Verdict(false, "it was stopped: " + stopped.cause());
            case BuildTool.Ended ended
            when ended.cut() ->
                new Verdict(false, "it wrote more than slipway.build.log keeps, so that nobody reads all of it");
            case BuildTool.Ended ended ->
                new Verdict(ended.exitCode() == 0, "it ended with exit code " + ended.exitCode());
        };
    }
}
