package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import slipway.build.port.BuildTool.Job;

/** The command line that closes a job in: no network, the system read-only, nothing of this machine's environment. */
final class Bubblewrap {
    static final String WORKSPACE = "/workspace";
    /** Folders in memory. */
    static final List<String> TEMPORARY = List.of("/tmp", "/dev/shm");

    private static final List<String> SYSTEM = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
    private static final List<String> CONFIGURATION =
            List.of("/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime");

    // Whoever ends as the first process takes all others of the sandbox along before anybody hears of it.
    // It says again that it dies with its parent, because the kernel forgets that on the way into a user namespace.
    private static final List<String> FIRST_PROCESS =
            List.of("setpriv", "--pdeathsig", "KILL", "/bin/sh", "-c", "\"$@\"; exit $?", "sh");

    private final SandboxSettings settings;
    private final boolean root;
    private final CallFilter calls;

    Bubblewrap(SandboxSettings settings, boolean root, CallFilter calls) {
        this.settings = settings;
        this.root = root;
        this.calls = calls;
    }

    List<String> line(Job job) throws IOException {
        Path workspace = job.workspace().toRealPath();
        Map<String, Path> readOnly = new TreeMap<>();
        for (Map.Entry<String, Path> folder : job.readOnly().entrySet()) {
            readOnly.put(folder.getKey(), folder.getValue().toRealPath());
        }
        Descent descent = new Descent(
                settings,
                root,
                Stream.concat(Stream.of(workspace), readOnly.values().stream()).toList());
        List<String> line = new ArrayList<>(calls.opened());
        line.addAll(descent.line());
        line.addAll(List.of(settings.bubblewrap(), "--die-with-parent", "--new-session"));
        line.addAll(calls.option());
        isolation(line);
        system(line);
        line.addAll(List.of("--bind", descent.place(workspace), WORKSPACE));
        readOnly.forEach((name, folder) -> line.addAll(List.of("--ro-bind", descent.place(folder), inside(name))));
        environment(line, job);
        line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORKSPACE, "--"));
        line.addAll(FIRST_PROCESS);
        limits(line);
        line.addAll(List.of("/bin/sh", "-c", job.command()));
        return line;
    }

    private static String inside(String name) {
        return "/" + name.toLowerCase(Locale.ROOT);
    }

    private static void isolation(List<String> line) {
        line.addAll(List.of("--unshare-user", "--disable-userns", "--unshare-pid", "--as-pid-1"));
        line.addAll(List.of("--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"));
        line.addAll(List.of("--cap-drop", "ALL"));
    }

    private void system(List<String> line) throws IOException {
        line.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (String folder : SYSTEM) {
            Path path = Path.of(folder);
            if (Files.isSymbolicLink(path)) {
                line.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), folder));
            } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                line.addAll(List.of("--ro-bind", folder, folder));
            }
        }
        // Made by bubblewrap on the way it would be closed to everybody but root.
        line.addAll(List.of("--perms", "0755", "--dir", "/etc"));
        for (String file : CONFIGURATION) {
            line.addAll(List.of("--ro-bind-try", file, file));
        }
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        String bytes = Long.toString(settings.temporary().toBytes());
        for (String folder : TEMPORARY) {
            line.addAll(List.of("--perms", "1777", "--size", bytes, "--tmpfs", folder));
        }
    }

    private static void environment(List<String> line, Job job) {
        line.add("--clearenv");
        Map<String, String> environment = new TreeMap<>(job.environment());
        environment.putAll(fixed(WORKSPACE, "/tmp"));
        job.readOnly().keySet().forEach(name -> environment.put(name, inside(name)));
        environment.forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
    }

    static Map<String, String> fixed(String home, String temporary) {
        return Map.of(
                "PATH", "/usr/local/bin:/usr/bin:/bin",
                "HOME", home,
                "TMPDIR", temporary,
                "LANG", "C.UTF-8",
                "TZ", "UTC",
                "SOURCE_DATE_EPOCH", "0");
    }

    private void limits(List<String> line) {
        // Whoever waits for a page goes first.
        line.addAll(List.of("nice", "-n", "19"));
        line.addAll(List.of("setpriv", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"));
        line.addAll(List.of(
                "prlimit",
                "--core=0",
                "--nproc=" + settings.processes(),
                "--nofile=" + settings.openFiles(),
                "--fsize=" + settings.workspace().toBytes(),
                "--cpu=" + settings.time().plusMinutes(1).toSeconds(),
                "--"));
    }
}
