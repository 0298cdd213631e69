package slipway.tour;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import slipway.build.git.GitRepositories;

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

    /** What version 1.0.0's build makes, by path. */
    Map<String, byte[]> baseline() throws IOException {
        return files("baseline-1.0.0");
    }

    private GitRepositories.Commit commit(String version, String message, String at) throws IOException {
        return new GitRepositories.Commit(
                "v" + version, message, "Ben Bucher", "ben@alpenbank.example", Instant.parse(at), files(version));
    }

    private Map<String, byte[]> files(String folder) throws IOException {
        String start = "/" + ROOT + folder + "/";
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + folder + "/**")) {
            String url = URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
            if (resource.isReadable() && !url.endsWith("/")) {
                try (InputStream content = resource.getInputStream()) {
                    files.put(url.substring(url.indexOf(start) + start.length()), content.readAllBytes());
                }
            }
        }
        return files;
    }
}
