package slipway.build.sandbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import slipway.build.port.BuildTool.Job;

/** The command line that closes a job in: no network, the system read-only, nothing of this machine's environment. */
final class Bubblewrap {
    static final String WORKSPACE = "/workspace";
    private static final List<String> SYSTEM = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
    private static final List<String> CONFIGURATION =
            List.of("/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime");

    private final SandboxSettings settings;
    private final boolean root;

    Bubblewrap(SandboxSettings settings, boolean root) {
        this.settings = settings;
        this.root = root;
    }

    List<String> line(Job job) throws java.io.IOException {
        List<String> line = new ArrayList<>(List.of(settings.bubblewrap(), "--die-with-parent", "--new-session"));
        isolation(line);
        system(line);
        line.addAll(List.of("--bind", job.workspace().toRealPath().toString(), WORKSPACE));
        environment(line, job);
        line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORKSPACE, "--"));
        dropAndLimit(line);
        line.addAll(List.of("/bin/sh", "-c", job.command()));
        return line;
    }

    private void isolation(List<String> line) {
        line.addAll(
                List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"));
        if (!root) {
            line.addAll(List.of("--unshare-user", "--disable-userns"));
        }
        line.addAll(List.of("--cap-drop", "ALL"));
        if (root) {
            // Only for setpriv below, which gives them up with the user id: limits bind nobody who is root outside.
            for (String capability : List.of("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP")) {
                line.addAll(List.of("--cap-add", capability));
            }
        }
    }

    private void system(List<String> line) throws java.io.IOException {
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
        for (String folder : List.of("/tmp", "/dev/shm")) {
            line.addAll(List.of("--perms", "1777", "--size", bytes, "--tmpfs", folder));
        }
    }

    private void environment(List<String> line, Job job) throws java.io.IOException {
        line.add("--clearenv");
        Map<String, String> environment = new TreeMap<>(job.environment());
        environment.putAll(fixed(WORKSPACE, "/tmp"));
        for (Map.Entry<String, Path> folder : new TreeMap<>(job.readOnly()).entrySet()) {
            String inside = "/" + folder.getKey().toLowerCase(java.util.Locale.ROOT);
            line.addAll(List.of("--ro-bind", folder.getValue().toRealPath().toString(), inside));
            environment.put(folder.getKey(), inside);
        }
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

    private void dropAndLimit(List<String> line) {
        line.add("setpriv");
        if (root) {
            String user = Integer.toString(settings.userId());
            line.addAll(List.of("--reuid", user, "--regid", user, "--clear-groups"));
        }
        line.addAll(List.of("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"));
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
