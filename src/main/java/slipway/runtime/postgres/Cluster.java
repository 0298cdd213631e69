package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import slipway.runtime.StartRefused;

/** The files of a database cluster. */
record Cluster(Path folder, Path data, Binaries binaries, RunAs as) {
    static final String SUPERUSER = "postgres";

    static Cluster in(Path folder, Binaries binaries) throws IOException {
        Path data = folder.resolve("cluster");
        return new Cluster(folder, data, binaries, RunAs.forFolder(data));
    }

    /** Makes the cluster when there is none; an attempt that broke off is begun again. */
    void prepare(String superuserPassword) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireSameMajor();
            return;
        }
        Path half = folder.resolve("cluster.new");
        org.springframework.util.FileSystemUtils.deleteRecursively(half);
        Path password = folder.resolve("superuser.new");
        Files.deleteIfExists(password);
        Files.createFile(password);
        Permissions.set(password, "rw-------");
        Files.writeString(password, superuserPassword);
        try {
            as.own(folder);
            initialise(half, password);
            Files.move(half, data);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    Programs.Ended control(List<String> arguments) {
        return Programs.run(folder, as.command(binaries.program("pg_ctl"), arguments));
    }

    private void initialise(Path half, Path password) {
        Programs.Ended ended = Programs.run(
                folder,
                as.command(
                        binaries.program("initdb"),
                        List.of(
                                "--pgdata=" + half,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                "--data-checksums")));
        if (!ended.well()) {
            throw new ServerFailed("PostgreSQL could not make its database in " + data, ended.said());
        }
    }

    private void requireSameMajor() throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        String said = Programs.run(folder, List.of(binaries.program("postgres"), "--version"))
                .said();
        String ours = said.replaceAll("^\\D*(\\d+).*$", "$1");
        if (!found.equals(ours)) {
            throw new StartRefused("The database in " + data + " is of PostgreSQL " + found + ", this Slipway brings "
                    + ours + ": start the Slipway it was made with, or move the data with pg_dump.");
        }
    }
}
