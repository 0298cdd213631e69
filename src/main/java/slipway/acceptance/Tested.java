package slipway.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.build.port.BuildTool;
import slipway.shared.UnitRevision;

/** How the acceptance command of a part went. */
record Tested(
        boolean passed,
        String summary,
        long millis,
        @Nullable String log) {
    /** Nothing was run, which is no failure: the test manager tries it and says how. */
    static final Tested BY_HAND = new Tested(true, "no acceptance command was delivered; nothing was run", 0, null);

    static Tested failed(String summary) {
        return new Tested(false, summary, 0, null);
    }

    static Tested of(BuildTool.Outcome outcome, List<UnitRevision> beside, String log) {
        return switch (outcome) {
            case BuildTool.Ended ended ->
                new Tested(
                        ended.exitCode() == 0,
                        ended.exitCode() == 0
                                ? "the acceptance tests passed" + words(beside)
                                : "the acceptance tests ended with exit code " + ended.exitCode() + words(beside),
                        ended.took().toMillis(),
                        log);
            case BuildTool.Stopped stopped ->
                new Tested(
                        false,
                        "the tests were stopped: " + stopped.cause(),
                        stopped.took().toMillis(),
                        log);
            case BuildTool.Unavailable none -> new Tested(false, none.cause(), 0, null);
        };
    }

    private static String words(List<UnitRevision> beside) {
        return beside.isEmpty()
                ? ""
                : " beside "
                        + beside.stream()
                                .map(each -> each.unit() + " " + each.version())
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    Finding finding(UnitRevision revision) {
        return new Finding(revision, Trial.TESTS, Optional.empty(), passed, summary, millis, log);
    }
}
