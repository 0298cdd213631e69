package slipway.build.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import slipway.build.port.BuildTool;

/** Runs jobs under bubblewrap, or refuses. */
@Component
final class SandboxedTool implements BuildTool {
    /** Keeps no owner and no time, and neither overwrites nor follows what lies there. */
    private static final String UNPACK = "umask 022 && exec tar -x -k -o -m -f -";

    private final SandboxSettings settings;
    private final boolean root;
    private volatile boolean worked;

    @Autowired
    SandboxedTool(SandboxSettings settings) {
        this(settings, runsAsRoot());
    }

    SandboxedTool(SandboxSettings settings, boolean root) {
        this.settings = settings;
        this.root = root;
    }

    @Override
    public Outcome run(Job job) throws IOException, InterruptedException {
        return run(job, Redirect.PIPE, Modes.OF_WORK);
    }

    @Override
    public Outcome unpack(Path archive, Path workspace, Path log) throws IOException, InterruptedException {
        Job unpacking = new Job(UNPACK, workspace, Map.of(), Map.of(), log, line -> {});
        // Handed over open, so that the sandbox sees the archive and not where it lies.
        return run(unpacking, Redirect.from(archive.toFile()), Modes.OF_SOURCES);
    }

    private Outcome run(Job job, Redirect input, Modes modes) throws IOException, InterruptedException {
        if (root) {
            give(job.workspace(), settings.userId());
        }
        try (CallFilter calls = CallFilter.written()) {
            Probe probe = new Probe(settings, root, calls);
            if (worked || probe.works(job.workspace())) {
                return sandboxed(job, calls, probe, new Watched(settings, job, modes), input);
            }
        }
        if (settings.allowUnsandboxed()) {
            return new Watched(settings, job, modes).run(unsandboxed(job).redirectInput(input));
        }
        return unavailable();
    }

    private Outcome sandboxed(Job job, CallFilter calls, Probe probe, Watched watched, Redirect input)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(new Bubblewrap(settings, root, calls).line(job));
        process.environment().clear();
        process.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        Outcome outcome = watched.run(process.redirectInput(input));
        // What fails because bubblewrap no longer works here is not the job's fault.
        worked = outcome instanceof Ended ended && ended.exitCode() == 0 || probe.works(job.workspace());
        return worked ? outcome : unavailable();
    }

    private Unavailable unavailable() {
        return new Unavailable("builds need bubblewrap, and '" + settings.bubblewrap()
                + "' does not work here: install the package bubblewrap, or set slipway.build.allow-unsandboxed=true"
                + " to run builds unprotected");
    }

    private static ProcessBuilder unsandboxed(Job job) throws IOException {
        ProcessBuilder process = new ProcessBuilder("/bin/sh", "-c", job.command());
        Map<String, String> environment = new HashMap<>(job.environment());
        for (Map.Entry<String, Path> folder : job.readOnly().entrySet()) {
            environment.put(folder.getKey(), folder.getValue().toRealPath().toString());
        }
        environment.putAll(Bubblewrap.fixed(job.workspace().toString(), "/tmp"));
        process.environment().clear();
        process.environment().putAll(environment);
        process.directory(job.workspace().toFile());
        return process;
    }

    static boolean runsAsRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            // Not Linux: there is no bubblewrap either, and the probe says so.
            return false;
        }
    }

    // What lies in it was written by that user, or is only read.
    private static void give(Path folder, int user) throws IOException {
        for (String owner : List.of("unix:uid", "unix:gid")) {
            Files.setAttribute(folder, owner, user, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
