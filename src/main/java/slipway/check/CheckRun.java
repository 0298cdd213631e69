package slipway.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.build.LogFile;
import slipway.build.Scratch;
import slipway.build.port.BuildTool;
import slipway.check.Checks.Finding;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PlainText;
import slipway.shared.ReleaseNumber;

/** One command over one revision of the library, from a clean folder. */
@Component
class CheckRun {
    /** Where the command finds the files that are installed. */
    static final String ARTEFACTS = "ARTEFACTS";
    /** Where it finds what comes with them: sources, papers, signatures. */
    static final String COMPANIONS = "COMPANIONS";

    private final Library library;
    private final BuildTool tool;
    private final Path root;

    CheckRun(Library library, BuildTool tool, DataFolder data) throws IOException {
        this.library = library;
        this.tool = tool;
        this.root = data.sub("checks");
        // A killed process leaves copies behind; nothing refers to them.
        Scratch.wipe(root);
    }

    Finding run(String key, String command, ReleaseNumber release, Holding holding, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path folder = root.resolve(key + "-" + holding.revision().unit());
        Scratch.wipe(folder);
        try {
            Path log = folder.resolve("check.log");
            BuildTool.Outcome outcome = tool.run(new BuildTool.Job(
                    command,
                    Files.createDirectories(folder.resolve("workspace")),
                    Map.of(
                            "RELEASE", release.value(),
                            "UNIT", holding.revision().unit().value(),
                            "VERSION", holding.revision().version(),
                            "DIGEST", holding.revision().digest().hex()),
                    Map.of(ARTEFACTS, artefacts(holding, folder), COMPANIONS, companions(holding, folder)),
                    log,
                    progress));
            CheckRules.Verdict verdict = CheckRules.of(outcome);
            return new Finding(holding.revision(), verdict.passed(), verdict.summary(), LogFile.tail(log));
        } finally {
            // The finding holds all that is asked for.
            Scratch.wipe(folder);
        }
    }

    private Path artefacts(Holding holding, Path folder) throws IOException {
        Path artefacts = folder.resolve("artefacts");
        library.materialise(holding, artefacts);
        return artefacts;
    }

    private Path companions(Holding holding, Path folder) throws IOException {
        Path companions = Files.createDirectories(folder.resolve("companions"));
        for (Map.Entry<String, Digest> companion : holding.companions().entrySet()) {
            if (!Manifest.isPlain(companion.getKey())) {
                throw new TerminalFailure("what comes with " + holding.revision()
                        + " cannot be laid out to be checked: '" + PlainText.quoted(companion.getKey())
                        + "' is no plain name; have it made again without");
            }
            Path file = companions.resolve(companion.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            library.fetch(companion.getValue(), file);
        }
        open(companions);
        return companions;
    }

    // Who reads it in the sandbox may be another user than we are, whatever our own umask says.
    private static void open(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.setPosixFilePermissions(
                        each, PosixFilePermissions.fromString(Files.isDirectory(each) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
