package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.build.Builds.Failed;
import slipway.build.Builds.Passed;
import slipway.build.Builds.Verdict;
import slipway.build.port.BuildTool;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.engine.TerminalFailure;

/** One run of one order, from a clean folder. */
@Component
class BuildRun {
    private final SourceRepository sources;
    private final BuildTool tool;
    private final BuildRows rows;
    private final BuildFolders folders;
    private final FormerCommits former;

    BuildRun(SourceRepository sources, BuildTool tool, BuildRows rows, BuildFolders folders, FormerCommits former) {
        this.sources = sources;
        this.tool = tool;
        this.rows = rows;
        this.folders = folders;
        this.former = former;
    }

    Verdict run(Build build) throws IOException, InterruptedException {
        rows.started(build.key());
        Scratch.wipe(folders.of(build.key()));
        Files.createDirectories(folders.of(build.key()));
        try {
            sources.checkout(build.repository(), build.commit(), folders.workspace(build.key()));
            return attempt(build, Recipe.in(folders.workspace(build.key())));
        } catch (UnfitSources e) {
            return failed(build, e.getMessage(), null, 0);
        } catch (UnusableRepository e) {
            return failed(build, e.getMessage(), null, 0);
        }
    }

    private Verdict attempt(Build build, Recipe recipe) throws IOException, InterruptedException, UnfitSources {
        String version = Recipe.version(build.unit(), build.tag());
        BuildTool.Job job = new BuildTool.Job(
                recipe.build(),
                folders.workspace(build.key()),
                Map.of("VERSION", version, "COMMIT", build.commit()),
                Map.of(),
                folders.log(build.key()),
                line -> rows.progress(build.key(), line));
        return switch (tool.run(job)) {
            case BuildTool.Unavailable none -> throw new TerminalFailure(none.cause());
            case BuildTool.Stopped stopped ->
                failed(
                        build,
                        "the build was stopped: " + stopped.cause(),
                        null,
                        stopped.took().toMillis());
            case BuildTool.Ended ended -> ended(build, recipe, version, ended);
        };
    }

    private Verdict ended(Build build, Recipe recipe, String version, BuildTool.Ended ended) throws IOException {
        long millis = ended.took().toMillis();
        if (ended.exitCode() != 0) {
            return failed(
                    build,
                    "'" + recipe.build() + "' ended with exit code " + ended.exitCode(),
                    ended.exitCode(),
                    millis);
        }
        try {
            return new Passed(
                    version,
                    new Artefacts(folders.workspace(build.key()), recipe.output()).manifest(),
                    sources.authors(build.repository(), build.commit(), former.of(build)),
                    millis,
                    LogFile.tail(folders.log(build.key())));
        } catch (UnfitSources e) {
            return failed(build, e.getMessage(), 0, millis);
        }
    }

    private Failed failed(Build build, @Nullable String problem, @Nullable Integer exitCode, long millis)
            throws IOException {
        return new Failed(String.valueOf(problem), exitCode, millis, LogFile.tail(folders.log(build.key())));
    }
}
