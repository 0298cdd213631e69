package slipway.build.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import slipway.build.port.BuildTool.Ended;
import slipway.build.port.BuildTool.Job;
import slipway.build.port.BuildTool.Outcome;
import slipway.build.port.BuildTool.Stopped;

/** One running process tree, ended at its limits of time, memory and space. */
final class Watched {
    private static final long LOOK_MILLIS = 100;
    private static final int LOOKS_A_SECOND = 10;

    private final SandboxSettings settings;
    private final Job job;

    Watched(SandboxSettings settings, Job job) {
        this.settings = settings;
        this.job = job;
    }

    Outcome run(ProcessBuilder command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        CappedLog log = new CappedLog(
                process.getInputStream(), job.log(), settings.log().toBytes());
        Thread pump = Thread.ofPlatform().daemon().name("build-log").start(log);
        try {
            Optional<String> cause = watch(process, log, begun);
            if (cause.isPresent()) {
                end(process);
            }
            // Ending a process closes its output, so what it said last is read before.
            pump.join(Duration.ofSeconds(5));
            log.check();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            log.latest().ifPresent(job.progress());
            if (cause.isPresent()) {
                return new Stopped(cause.get(), took);
            }
            return new Ended(process.exitValue(), took);
        } finally {
            end(process);
        }
    }

    private Optional<String> watch(Process process, CappedLog log, long begun)
            throws IOException, InterruptedException {
        Usage usage = new Usage(process.toHandle(), job.workspace());
        for (int look = 1; !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
            log.check();
            if (System.nanoTime() - begun > settings.time().toNanos()) {
                return Optional.of("it ran longer than slipway.build.time, "
                        + settings.time().toSeconds() + " s");
            }
            if (usage.memoryBytes() > settings.memory().toBytes()) {
                return Optional.of("it used more than slipway.build.memory, "
                        + settings.memory().toMegabytes() + " MB");
            }
            if (look % LOOKS_A_SECOND == 0) {
                log.latest().ifPresent(job.progress());
            }
            if (look % (LOOKS_A_SECOND / 2) == 0 && tooBig(usage)) {
                return space();
            }
        }
        return tooBig(usage) ? space() : Optional.empty();
    }

    private boolean tooBig(Usage usage) throws IOException {
        return usage.workspaceBytes() > settings.workspace().toBytes();
    }

    private Optional<String> space() {
        return Optional.of("it wrote more than slipway.build.workspace, "
                + settings.workspace().toMegabytes() + " MB");
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
