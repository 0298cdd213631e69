package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.build.Builds.Failed;
import slipway.build.Builds.Passed;
import slipway.build.Builds.Verdict;
import slipway.build.port.BuildTool;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.engine.TerminalFailure;

/** One run of one order, from a clean folder. */
@Component
class BuildRun {
    private final SourceRepository sources;
    private final SourceArchives archives;
    private final BuildTool tool;
    private final BuildRows rows;
    private final BuildFolders folders;
    private final FormerCommits former;
    private final TreeLimits most;

    BuildRun(
            SourceRepository sources,
            SourceArchives archives,
            BuildTool tool,
            BuildRows rows,
            BuildFolders folders,
            FormerCommits former,
            OutputSettings output,
            TreeSettings shape) {
        this.sources = sources;
        this.archives = archives;
        this.tool = tool;
        this.rows = rows;
        this.folders = folders;
        this.former = former;
        this.most = output.within(shape);
    }

    Verdict run(Build build) throws IOException, InterruptedException {
        rows.started(build.key());
        Scratch.wipe(folders.of(build.key()));
        Files.createDirectories(folders.of(build.key()));
        boolean passed = false;
        try {
            Verdict verdict = attempt(build, recipe(build));
            passed = verdict instanceof Passed;
            return verdict;
        } catch (UnfitSources e) {
            return failed(build, e.getMessage(), null, 0);
        } catch (UnusableRepository | UnsafeSources e) {
            return failed(build, e.getMessage(), null, 0);
        } finally {
            // Of what failed only the log is asked for.
            if (!passed) {
                Scratch.wipe(folders.workspace(build.key()));
                Files.deleteIfExists(folders.archive(build.key()));
            }
        }
    }

    private Recipe recipe(Build build) throws IOException, InterruptedException, UnfitSources {
        Path archive = folders.archive(build.key());
        sources.archive(build.repository(), build.commit(), archive);
        archives.unpack(archive, folders.workspace(build.key()), folders.log(build.key()));
        return Recipe.in(folders.workspace(build.key()));
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
                    new Artefacts(folders.workspace(build.key()), recipe.output(), most).manifest(),
                    sources.writers(build.repository(), build.commit(), former.of(build)),
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
