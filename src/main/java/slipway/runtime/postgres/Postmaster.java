package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What {@code postmaster.pid} says about the server that runs, or ran, on a cluster. */
record Postmaster(long pid, int port, Path cluster) {
    private static final long END_MILLIS = 5_000;
    private static final int STOP_MILLIS = 60_000;
    private static final int LOOK_MILLIS = 200;

    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<String> lines = OwnFile.lines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip()),
                cluster));
    }

    /** Whether that process lives and is a PostgreSQL on this very cluster. */
    boolean runs() {
        return alive().anyMatch(this::ours);
    }

    /** Whether the number meanwhile belongs to a process that certainly is no PostgreSQL on this cluster. */
    boolean replaced() {
        return alive().anyMatch(
                        info -> (info.command().isPresent() || info.arguments().isPresent()) && !ours(info));
    }

    /**
     * Has it end as {@code pg_ctl stop -m fast} does, and waits for that; whether it did. A signal also reaches one that
     * an earlier Slipway started as another user.
     */
    boolean stops() {
        if (!Programs.works(List.of("/bin/sh", "-c", "kill -INT " + pid))) {
            return !runs();
        }
        for (int waited = 0; waited < STOP_MILLIS && runs(); waited += LOOK_MILLIS) {
            ProcessHandle.of(pid).ifPresent(process -> ends(process, LOOK_MILLIS));
        }
        return !runs();
    }

    /** Waits a little for a process that is about to end; whether it then is dead, though its parent took no note yet. */
    boolean deadButListed() {
        Optional<ProcessHandle> ending = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isEmpty());
        return ending.isPresent() && !ends(ending.get(), END_MILLIS) && zombie();
    }

    private static boolean ends(ProcessHandle process, long millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stays) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean zombie() {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException goneOrNoLinux) {
            return false;
        }
    }

    /** Gives the lock file a number that no process has; what else PostgreSQL checks by it stays. */
    void disown() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(OwnFile.lines(file));
        lines.set(0, String.valueOf(Integer.MAX_VALUE));
        OwnFile.write(file, String.join("\n", lines) + "\n");
    }

    private Stream<ProcessHandle.Info> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info).stream();
    }

    // Another user's command is not always told, but its arguments are; a dead process has neither.
    private boolean ours(ProcessHandle.Info info) {
        return info.command().orElse("/postgres").endsWith("/postgres")
                && Arrays.stream(info.arguments().orElse(new String[0])).anyMatch(this::names);
    }

    private boolean names(String argument) {
        return argument.equals(cluster.toString()) || argument.endsWith("/" + Stage.name(cluster));
    }
}
