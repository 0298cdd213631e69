package slipway.runtime.postgres;

import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's single-user mode: the cluster's user works on a cluster whose server does not run, and nobody logs in. */
record SingleUser(RunAs as, Path cluster) {

    /** Runs statements of one line each in that database, and says what they yielded. */
    String run(String database, List<String> statements) {
        Programs.Ended ended = Programs.run(
                as.program(
                        cluster,
                        "postgres",
                        List.of(
                                "--single",
                                "-D",
                                as.place(cluster),
                                "-c",
                                "exit_on_error=on",
                                // A statement that fails would be told with the password in it.
                                "-c",
                                "log_min_error_statement=panic",
                                database)),
                String.join("\n", statements) + "\n");
        if (!ended.well()) {
            throw new ServerFailed("PostgreSQL could not set up its database in " + cluster, ended.said());
        }
        return ended.said();
    }

    /** Whether a question yields anything; its one column is named {@code found}. */
    boolean finds(String question) {
        return run("postgres", List.of(question)).contains("found = ");
    }
}
