package slipway.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.build.Builds;
import slipway.build.LogFile;
import slipway.build.Recipe;
import slipway.build.Scratch;
import slipway.build.UnfitSources;
import slipway.build.port.BuildTool;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Releases;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What is done in the test environment before people judge. */
@Component
class Trials {
    private final Releases releases;
    private final Plans plans;
    private final Library library;
    private final BuildTool tool;
    private final Path root;

    Trials(Releases releases, Plans plans, Library library, BuildTool tool, DataFolder data) throws IOException {
        this.releases = releases;
        this.plans = plans;
        this.library = library;
        this.tool = tool;
        this.root = data.sub("test-environments");
    }

    Finding attempt(ReleaseNumber release, Trial trial) throws IOException, InterruptedException {
        UnitRevision revision = releases.get(release).builtRevision();
        TestEnvironment environment = new TestEnvironment(root, release, revision.unit());
        return switch (trial) {
            case INSTALLATION -> install(release, revision, environment);
            case TESTS -> test(release, revision, environment);
            case BACK_OUT_REHEARSAL -> rehearse(release, revision, environment);
        };
    }

    private Finding install(ReleaseNumber release, UnitRevision revision, TestEnvironment environment)
            throws IOException {
        long begun = System.nanoTime();
        Holding target = held(plans.get(release).backoutTarget());
        environment.clear();
        environment.install(library, target, TestEnvironment.BACKOUT);
        environment.activate(TestEnvironment.BACKOUT);
        Optional<String> wrong = environment.difference(target.manifest());
        if (wrong.isEmpty()) {
            environment.install(library, held(revision), release.value());
            environment.activate(release.value());
            wrong = environment.difference(held(revision).manifest());
        }
        return new Finding(
                revision,
                Trial.INSTALLATION,
                wrong.isEmpty(),
                wrong.orElse(held(revision).manifest().entries().size() + " files installed over "
                        + target.revision().version() + " and read back"),
                millisSince(begun),
                null);
    }

    private Finding test(ReleaseNumber release, UnitRevision revision, TestEnvironment environment)
            throws IOException, InterruptedException {
        Path log = environment.file("tests.log");
        Optional<String> wrong = environment.difference(held(revision).manifest());
        if (wrong.isPresent()) {
            return tested(revision, false, "the new revision is not installed: " + wrong.get(), 0, log);
        }
        Path workspace = environment.file("sources");
        unpack(held(revision), workspace, environment.file("sources.tar"));
        try {
            BuildTool.Job job = new BuildTool.Job(
                    Recipe.in(workspace).test(),
                    workspace,
                    Map.of("VERSION", revision.version()),
                    Map.of("INSTALLATION", environment.installation(release.value())),
                    log,
                    line -> {});
            return switch (tool.run(job)) {
                case BuildTool.Unavailable none -> throw new TerminalFailure(none.cause());
                case BuildTool.Stopped stopped ->
                    tested(
                            revision,
                            false,
                            "the tests were stopped: " + stopped.cause(),
                            stopped.took().toMillis(),
                            log);
                case BuildTool.Ended ended ->
                    tested(
                            revision,
                            ended.exitCode() == 0,
                            ended.exitCode() == 0
                                    ? "the acceptance tests passed"
                                    : "the acceptance tests ended with exit code " + ended.exitCode(),
                            ended.took().toMillis(),
                            log);
            };
        } catch (UnfitSources e) {
            return tested(revision, false, String.valueOf(e.getMessage()), 0, log);
        }
    }

    private Finding tested(UnitRevision revision, boolean passed, String summary, long millis, Path log)
            throws IOException {
        String tail = LogFile.tail(log);
        return new Finding(revision, Trial.TESTS, passed, summary, millis, tail);
    }

    private void unpack(Holding holding, Path folder, Path archive) throws IOException {
        Digest sources = Optional.ofNullable(holding.companions().get(Builds.SOURCES))
                .orElseThrow(() -> new TerminalFailure("the library has no sources of " + holding.revision()));
        Files.deleteIfExists(archive);
        library.fetch(sources, archive);
        Scratch.wipe(folder);
        SourceArchive.unpack(archive, folder);
    }

    private Finding rehearse(ReleaseNumber release, UnitRevision revision, TestEnvironment environment)
            throws IOException {
        Plan plan = plans.get(release);
        if (!Files.isDirectory(environment.installation(TestEnvironment.BACKOUT))) {
            return rehearsed(revision, Optional.of("the back-out target is not installed"), 0, plan.backoutLimit());
        }
        long begun = System.nanoTime();
        environment.activate(TestEnvironment.BACKOUT);
        Optional<String> wrong =
                environment.difference(held(plan.backoutTarget()).manifest());
        long millis = millisSince(begun);
        environment.activate(release.value());
        if (wrong.isEmpty()) {
            wrong = environment.difference(held(revision).manifest());
        }
        return rehearsed(revision, wrong, millis, plan.backoutLimit());
    }

    private static Finding rehearsed(UnitRevision revision, Optional<String> wrong, long millis, Duration limit) {
        boolean inTime = millis <= limit.toMillis();
        String summary = wrong.map(what -> "the back-out failed: " + what)
                .orElse("backed out, read back and returned; the back-out took " + millis + " ms of "
                        + limit.toMinutes() + " min allowed");
        return new Finding(revision, Trial.BACK_OUT_REHEARSAL, wrong.isEmpty() && inTime, summary, millis, null);
    }

    private Holding held(UnitRevision revision) {
        return library.find(revision).orElseThrow(() -> new TerminalFailure("the library does not hold " + revision));
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
