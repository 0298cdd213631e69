package slipway.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.build.Builds;
import slipway.build.LogFile;
import slipway.build.Recipe;
import slipway.build.SourceArchives;
import slipway.build.UnfitSources;
import slipway.build.port.BuildTool;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Runs the acceptance command of a part against its installation, with everything beside it that runs at sites too. */
@Component
class CommandTrial {
    private static final String WORKSPACE = "workspace";

    private final Library library;
    private final Surroundings surroundings;
    private final BuildTool tool;
    private final SourceArchives archives;

    CommandTrial(Library library, Surroundings surroundings, BuildTool tool, SourceArchives archives) {
        this.library = library;
        this.surroundings = surroundings;
        this.tool = tool;
        this.archives = archives;
    }

    Finding run(Subject subject) throws IOException, InterruptedException {
        Optional<String> wrong =
                subject.environment().difference(subject.holding().manifest());
        if (wrong.isPresent()) {
            return Tested.failed("the new revision is not installed: " + wrong.get())
                    .finding(subject.holding().revision());
        }
        AcceptanceCommand command = AcceptanceCommand.of(subject.holding());
        return command == AcceptanceCommand.BY_HAND
                ? Tested.BY_HAND.finding(subject.holding().revision())
                : beside(subject, command).finding(subject.holding().revision());
    }

    private Tested beside(Subject subject, AcceptanceCommand command) throws IOException, InterruptedException {
        Map<UnitId, Optional<UnitRevision>> beside = surroundings.of(subject);
        Optional<UnitId> missing = beside.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
        if (missing.isPresent()) {
            return Tested.failed("none of the sites runs " + missing.get() + ", which "
                    + subject.part().unit() + " requires; deliver it with the release or before it");
        }
        try {
            return run(subject, command, beside);
        } catch (UnfitSources e) {
            return Tested.failed(String.valueOf(e.getMessage()));
        } finally {
            // The finding holds all that is asked for; what the command wrote is nobody's.
            subject.environment().remove(WORKSPACE);
        }
    }

    private Tested run(Subject subject, AcceptanceCommand command, Map<UnitId, Optional<UnitRevision>> beside)
            throws IOException, InterruptedException, UnfitSources {
        Path workspace = subject.environment().emptied(WORKSPACE);
        Path log = subject.environment().file("tests.log");
        Files.deleteIfExists(log);
        Map<String, Path> readOnly = new HashMap<>(surroundings.bring(subject, beside));
        readOnly.put(
                TestVariables.INSTALLATION,
                subject.environment().installation(subject.environment().name()));
        BuildTool.Outcome outcome = tool.run(new BuildTool.Job(
                line(subject, command, workspace),
                workspace,
                Map.of(TestVariables.VERSION, subject.holding().revision().version()),
                readOnly,
                log,
                line -> {}));
        if (outcome instanceof BuildTool.Unavailable none) {
            throw new TerminalFailure(none.cause());
        }
        return Tested.of(
                outcome, beside.values().stream().flatMap(Optional::stream).toList(), LogFile.tail(log));
    }

    private String line(Subject subject, AcceptanceCommand command, Path workspace)
            throws IOException, InterruptedException, UnfitSources {
        if (command == AcceptanceCommand.DELIVERED) {
            return "exec \"$" + TestVariables.INSTALLATION + "\"/" + AcceptanceCommand.FILE;
        }
        Path archive = subject.environment().file(Builds.SOURCES);
        Files.deleteIfExists(archive);
        library.fetch(Objects.requireNonNull(subject.holding().companions().get(Builds.SOURCES)), archive);
        archives.unpack(archive, workspace, subject.environment().file("unpacking.log"));
        return Recipe.in(workspace).test();
    }
}
