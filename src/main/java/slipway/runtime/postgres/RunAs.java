package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slipway.runtime.StartRefused;

/**
 * As whom PostgreSQL's programs run, and where that user finds their files: as ourselves, or when we are root as a user
 * that is nobody else's.
 */
record RunAs(OptionalInt user, Optional<Stage> stage, Binaries binaries) {
    /** The user that PostgreSQL becomes when Slipway is root; another one than that of the builds. */
    static final int OWN_USER = 64_320;

    // Belongs to whatever has no user of its own.
    private static final int NOBODY = 65_534;

    /** For a cluster in a folder that exists, itself made or not. */
    static RunAs forCluster(Path folder, Path cluster, Binaries binaries) throws IOException {
        if (!root()) {
            return new RunAs(OptionalInt.empty(), Optional.empty(), binaries);
        }
        int user = user(cluster);
        if (user == OWN_USER) {
            // An earlier Slipway gave all of it away, also the programs.
            Permissions.give(folder, 0);
            Permissions.giveAll(binaries.home(), 0);
        }
        RunAs as = new RunAs(OptionalInt.of(user), Optional.empty(), binaries);
        return as.staged(folder).orElseGet(() -> as.requireDescent(folder));
    }

    // Whatever forbids it, a container for example, is found by trying.
    private Optional<RunAs> staged(Path folder) {
        return Stage.beside(folder, binaries.home())
                .map(this::withStage)
                .filter(as -> Programs.works(as.command(folder, "true")));
    }

    RunAs requireDescent(Path folder) {
        String id = Integer.toString(user.orElseThrow());
        if (!Programs.works(command(folder, "true"))) {
            throw new StartRefused("PostgreSQL does not run as root, and Slipway cannot become user " + id
                    + " with setpriv here: start Slipway as an ordinary user.");
        }
        if (!Programs.works(List.of("id", "-un", id))) {
            throw new StartRefused("PostgreSQL does not run as root, root may not mount here, and user " + id
                    + " has no name: start Slipway as an ordinary user, or name that user with useradd --uid " + id
                    + " slipway-postgres.");
        }
        return this;
    }

    private RunAs withStage(Stage stage) {
        return new RunAs(user, Optional.of(stage), binaries);
    }

    /** The command line of one of PostgreSQL's programs that works on that cluster. */
    List<String> program(Path cluster, String name, List<String> arguments) {
        String program = stage.map(where -> where.program(name)).orElse(binaries.program(name));
        List<String> all = new ArrayList<>(command(cluster, program));
        all.addAll(arguments);
        return List.copyOf(all);
    }

    /** Where such a program finds the cluster. */
    String place(Path cluster) {
        return stage.map(where -> where.cluster(cluster)).orElse(cluster.toString());
    }

    /** Gives a cluster to that user and sees to it that it finds it. */
    void own(Path cluster) throws IOException {
        if (user.isEmpty()) {
            return;
        }
        Permissions.giveAll(cluster, user.getAsInt());
        if (stage.isEmpty()) {
            Permissions.letThrough(cluster);
            requireWay(cluster);
        }
    }

    private void requireWay(Path cluster) {
        List<String> entering = new ArrayList<>(command(cluster, "test"));
        entering.addAll(List.of("-x", cluster.toString(), "-a", "-x", binaries.program("postgres")));
        if (!Programs.works(entering)) {
            throw new StartRefused("PostgreSQL does not run as root, root may not mount here, and user "
                    + user.orElseThrow() + " may not enter " + cluster + ": start Slipway as an ordinary user,"
                    + " or choose another slipway.data.");
        }
    }

    private List<String> command(Path cluster, String program) {
        List<String> line = new ArrayList<>();
        if (user.isPresent()) {
            String id = Integer.toString(user.getAsInt());
            stage.ifPresent(where -> line.addAll(where.line(cluster, binaries.home(), id)));
            line.addAll(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups"));
            line.addAll(List.of("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"));
        }
        line.add(program);
        return line;
    }

    // A cluster that somebody else made stays theirs, so that they can go on without root.
    private static int user(Path cluster) throws IOException {
        int owner = Files.exists(cluster, LinkOption.NOFOLLOW_LINKS) ? Permissions.owner(cluster) : 0;
        return owner == 0 || owner == NOBODY ? OWN_USER : owner;
    }

    private static boolean root() {
        try {
            return Permissions.owner(Path.of("/proc/self")) == 0;
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
