package slipway.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import slipway.build.git.GitRepositories;
import slipway.build.git.PackedFiles;

/** The files of the tour's program as Slipway ships them, and the repository made of them. */
@Component
class TourSources {
    private static final String ROOT = "tour/iban-check/";

    /** A repository with tags v1.0.0 and v1.1.0; the same commits wherever it is made. */
    void publish(Path repository) throws IOException {
        GitRepositories.create(
                repository,
                List.of(
                        commit("1.0.0", "First version: length and check digits", "2026-01-12T08:30:00Z"),
                        commit("1.1.0", "Check whole files; accept spaces and small letters", "2026-03-02T14:05:00Z")));
    }

    /** What version 1.0.0's build makes. */
    PackedFiles baseline() throws IOException {
        return PackedFiles.onClasspath(ROOT + "baseline-1.0.0");
    }

    private GitRepositories.Commit commit(String version, String message, String at) throws IOException {
        return new GitRepositories.Commit(
                "v" + version,
                message,
                "Ben Bucher",
                "ben@alpenbank.example",
                Instant.parse(at),
                PackedFiles.onClasspath(ROOT + version).contents());
    }
}
