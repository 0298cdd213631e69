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
    private final Modes modes;
    private boolean cut;

    Watched(SandboxSettings settings, Job job, Modes modes) {
        this.settings = settings;
        this.job = job;
        this.modes = modes;
    }

    Outcome run(ProcessBuilder command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = command.redirectErrorStream(true).start();
        ProcessTree tree = new ProcessTree(process, job.workspace());
        Usage usage = new Usage(settings, tree, job.workspace());
        try {
            process.getOutputStream().close();
            Optional<String> cause = logged(process, tree, usage, begun);
            tree.end();
            modes.set(job.workspace());
            Optional<String> stopped = cause.isPresent() ? cause : usage.leftTooMuch();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return stopped.<Outcome>map(why -> new Stopped(why, took))
                    .orElseGet(() -> new Ended(process.exitValue(), took, cut));
        } finally {
            tree.end();
        }
    }

    private Optional<String> logged(Process process, ProcessTree tree, Usage usage, long begun)
            throws IOException, InterruptedException {
        CappedLog log = new CappedLog(
                process.getInputStream(), job.log(), settings.log().toBytes());
        Thread pump = Thread.ofPlatform().daemon().name("build-log").start(log);
        Optional<String> cause = watch(process, log, usage, begun);
        if (cause.isPresent()) {
            tree.end();
        }
        // Ending a process closes its output, so what it said last is read before.
        pump.join(Duration.ofSeconds(5));
        log.check();
        // What was not read in time is not known to be all.
        cut = log.isCut() || pump.isAlive();
        log.latest().ifPresent(job.progress());
        return cause;
    }

    private Optional<String> watch(Process process, CappedLog log, Usage usage, long begun)
            throws IOException, InterruptedException {
        Optional<String> cause = Optional.empty();
        for (int look = 1; cause.isEmpty() && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
            log.check();
            cause = System.nanoTime() - begun > settings.time().toNanos()
                    ? Optional.of("it ran longer than slipway.build.time, "
                            + settings.time().toSeconds() + " s")
                    : usage.tooMuchMemory();
            if (look % LOOKS_A_SECOND == 0) {
                log.latest().ifPresent(job.progress());
            }
            if (cause.isEmpty() && look % (LOOKS_A_SECOND / 2) == 0) {
                cause = usage.tooMuchSpace();
            }
        }
        return cause;
    }
}
