package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import slipway.runtime.StartRefused;

/** The files of a database cluster. */
record Cluster(Path folder, Path data, Binaries binaries, RunAs as) {
    private static final String BOOTSTRAP = "postgres";

    static Cluster in(Path folder, Binaries binaries) throws IOException {
        Path data = folder.resolve("cluster");
        return new Cluster(folder, data, binaries, RunAs.forCluster(folder, data, binaries));
    }

    /** Makes the cluster when there is none, and what it must hold; an attempt that broke off is begun again. */
    void prepare(Setup setup) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireSameMajor();
        } else {
            create();
        }
        as.own(data);
        String logins = String.join("\n", setup.logins()) + "\n";
        if (!String.join("\n", OwnFile.lines(data.resolve("pg_hba.conf"))).equals(logins.strip())) {
            OwnFile.write(data.resolve("pg_hba.conf"), logins);
        }
        setUp(setup);
    }

    Programs.Ended control(List<String> arguments, Path output) throws IOException {
        return Programs.run(as.program(data, "pg_ctl", arguments), "", output);
    }

    private void create() throws IOException {
        Path half = folder.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectory(half);
        Permissions.set(half, "rwx------");
        as.own(half);
        initialise(half);
        Files.deleteIfExists(done());
        Files.move(half, data);
    }

    private void initialise(Path half) {
        Programs.Ended ended = Programs.run(as.program(
                half,
                "initdb",
                List.of(
                        "--pgdata=" + as.place(half),
                        "--username=" + BOOTSTRAP,
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums")));
        if (!ended.well()) {
            throw new ServerFailed("PostgreSQL could not make its database in " + data, ended.said());
        }
    }

    // Costs as much as two starts, so only when something of it changed: a password in its file, or this Slipway.
    private void setUp(Setup setup) throws IOException {
        String wanted = setup.digest().hex();
        if (Files.exists(done()) && Files.readString(done()).strip().equals(wanted)) {
            return;
        }
        SingleUser single = new SingleUser(as, data);
        List<String> roles = new ArrayList<>(setup.roles());
        if (!single.finds("select 1 as found from pg_database where datname = '" + setup.database() + "'")) {
            roles.add("create database " + setup.database() + " owner " + setup.owner());
        }
        single.run("postgres", roles);
        single.run(setup.database(), setup.rights());
        Path half = done().resolveSibling("setup.new");
        Files.deleteIfExists(half);
        Files.writeString(Permissions.create(half), wanted + "\n");
        Files.move(half, done(), StandardCopyOption.ATOMIC_MOVE);
    }

    // Beside the cluster, where PostgreSQL does not write when Slipway is root.
    private Path done() {
        return folder.resolve("setup");
    }

    private void requireSameMajor() throws IOException {
        String found = OwnFile.lines(data.resolve("PG_VERSION")).getFirst().strip();
        String ours = binaries.major();
        if (!found.equals(ours)) {
            throw new StartRefused("The database in " + data + " is of PostgreSQL " + found + ", this Slipway brings "
                    + ours + ": start the Slipway it was made with, or move the data with pg_dump.");
        }
    }
}
