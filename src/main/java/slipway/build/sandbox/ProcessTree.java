package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of one job: those that close it in, and those inside. */
final class ProcessTree {
    private static final long PATIENCE_SECONDS = 10;

    private final Process outermost;
    private final Path workspace;

    ProcessTree(Process outermost, Path workspace) {
        this.outermost = outermost;
        this.workspace = workspace;
    }

    List<Long> numbers() {
        return all().map(ProcessHandle::pid).toList();
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(outermost.toHandle()), outermost.descendants());
    }

    /** The root folder of the sandbox as seen from outside, while somebody is in it. */
    Optional<Path> root() {
        return all().filter(this::inside).map(ProcessTree::root).findFirst();
    }

    /** Ends all of them; nobody is inside any more when this returns. */
    void end() throws InterruptedException {
        List<ProcessHandle> inside =
                outermost.descendants().filter(this::inside).toList();
        inside.forEach(ProcessHandle::destroyForcibly);
        // Who closes them in ends by itself once the kernel has buried the last of them, and not before.
        if (inside.isEmpty() || !outermost.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            outermost.descendants().forEach(ProcessHandle::destroyForcibly);
            outermost.destroyForcibly().waitFor();
        }
    }

    private boolean inside(ProcessHandle process) {
        try {
            return Files.isSameFile(root(process).resolve("." + Bubblewrap.WORKSPACE), workspace);
        } catch (IOException elsewhereOrEnded) {
            return false;
        }
    }

    private static Path root(ProcessHandle process) {
        return Path.of("/proc/" + process.pid() + "/root");
    }
}
