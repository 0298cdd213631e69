package slipway.build.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.build.LogFile;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.release.Releases;
import slipway.shared.PageSize;
import slipway.shared.PlainText;
import slipway.shared.ReleaseNumber;

/** Builds as they are, and their logs while they grow. */
@RestController
class BuildsApi {
    private static final int MOST_BYTES = 1 << 20;
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Releases releases;
    private final Builds builds;

    BuildsApi(Releases releases, Builds builds) {
        this.releases = releases;
        this.builds = builds;
    }

    @GetMapping("/api/releases/{number}/builds")
    @MayUse(Clearance.BUILDS)
    List<Map<String, Object>> of(
            @PathVariable("number") ReleaseNumber number,
            @RequestParam(required = false) @Nullable String olderThan,
            @RequestParam(defaultValue = PageSize.USUAL) PageSize most) {
        if (releases.find(number).isEmpty()) {
            throw missing("There is no release " + number + ".");
        }
        Optional<Build> before = Optional.ofNullable(olderThan).map(key -> of(number, key));
        return builds.page(number, before, most.rows()).stream()
                .map(BuildsApi::picture)
                .toList();
    }

    private Build of(ReleaseNumber number, String key) {
        return builds.find(key)
                .filter(build -> build.release().equals(number))
                .orElseThrow(() -> unfit(
                        "olderThan",
                        "'" + PlainText.quoted(key) + "' is no build of release " + number
                                + "; give the key of the last one that you have."));
    }

    @GetMapping("/api/builds/{key}")
    @MayUse(Clearance.BUILDS)
    Map<String, Object> one(@PathVariable("key") String key) {
        return picture(known(key));
    }

    /** The log from an offset on; the header says where to go on reading. */
    @GetMapping("/api/builds/{key}/log")
    @MayUse(Clearance.BUILDS)
    ResponseEntity<byte[]> log(
            @PathVariable("key") String key, @RequestParam(name = "from", defaultValue = "0") long from)
            throws IOException {
        if (from < 0) {
            throw unfit("from", "'from' counts bytes from 0 on, not " + from + ".");
        }
        Path log = builds.log(known(key).key());
        byte[] part = Files.exists(log) ? LogFile.read(log, from, MOST_BYTES) : new byte[0];
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Slipway-Next-From", Long.toString(from + part.length))
                .header("X-Content-Type-Options", "nosniff")
                .body(part);
    }

    private Build known(String key) {
        return builds.find(key).orElseThrow(() -> missing("There is no build '" + PlainText.quoted(key) + "'."));
    }

    private static ResponseStatusException unfit(String field, String sentence) {
        ResponseStatusException unfit = new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
        unfit.getBody().setProperty("field", field);
        return unfit;
    }

    private static ResponseStatusException missing(String sentence) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
    }

    private static Map<String, Object> picture(Build build) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("key", build.key());
        picture.put("release", build.release().value());
        picture.put("unit", build.unit().value());
        picture.put("tag", build.tag());
        picture.put("commit", build.commit());
        picture.put("state", build.state());
        picture.put("progress", build.progress());
        picture.put("exitCode", build.exitCode());
        picture.put("millis", build.millis());
        picture.put("problem", build.problem());
        picture.put("orderedAt", build.orderedAt());
        if (build.manifest() != null) {
            picture.put("version", build.revision().version());
            picture.put("digest", build.revision().digest().hex());
        }
        return picture;
    }
}
