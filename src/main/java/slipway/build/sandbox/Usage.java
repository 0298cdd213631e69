package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a job uses now, held against its limits. */
final class Usage {
    private static final long PAGE_BYTES = 4096;

    private final SandboxSettings settings;
    private final ProcessTree tree;
    private final Path workspace;
    private boolean closedBefore;

    Usage(SandboxSettings settings, ProcessTree tree, Path workspace) {
        this.settings = settings;
        this.tree = tree;
        this.workspace = workspace;
    }

    Optional<String> tooMuchMemory() {
        List<Long> processes = tree.numbers();
        long used = processes.stream().mapToLong(Usage::residentBytes).sum() + OpenFiles.memoryBytes(processes);
        return used > settings.memory().toBytes()
                ? Optional.of("it used more than slipway.build.memory, "
                        + settings.memory().toMegabytes() + " MB")
                : Optional.empty();
    }

    private static long residentBytes(long pid) {
        try {
            String[] pages =
                    Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
            return Long.parseLong(pages[1]) * PAGE_BYTES;
        } catch (IOException e) {
            // It has ended since it was listed.
            return 0;
        }
    }

    /** While it runs: what lies in the workspace, what has no name, and what lies in the folders of memory. */
    Optional<String> tooMuchSpace() throws IOException {
        long most = settings.workspace().toBytes();
        Measured found = Measured.of(workspace, most);
        if (found.bytes() > most || found.bytes() + OpenFiles.diskBytes(tree.numbers()) > most) {
            return workspaceFull();
        }
        Optional<Path> root = tree.root();
        boolean closed = found.closed();
        for (String folder : root.isPresent() ? Bubblewrap.TEMPORARY : List.<String>of()) {
            Measured temporary = Measured.of(
                    root.orElseThrow().resolve("." + folder),
                    settings.temporary().toBytes());
            if (temporary.bytes() > settings.temporary().toBytes()) {
                return Optional.of("it wrote more than slipway.build.temporary, "
                        + settings.temporary().toMegabytes() + " MB, every entry counted as a block");
            }
            closed |= temporary.closed();
        }
        return hidden(closed);
    }

    // Tests of programs close a folder for a moment; what stays closed could hold anything.
    private Optional<String> hidden(boolean closed) {
        boolean again = closed && closedBefore;
        closedBefore = closed;
        return again
                ? Optional.of("it closed folders of its workspace, so that nobody can measure them;"
                        + " have it leave them open to their owner")
                : Optional.empty();
    }

    /** Once nobody writes any more and nothing is closed. */
    Optional<String> leftTooMuch() throws IOException {
        long most = settings.workspace().toBytes();
        return Measured.of(workspace, most).bytes() > most ? workspaceFull() : Optional.empty();
    }

    private Optional<String> workspaceFull() {
        return Optional.of("it wrote more than slipway.build.workspace, "
                + settings.workspace().toMegabytes() + " MB");
    }
}
