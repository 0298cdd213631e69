package slipway.release.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.identity.Reader;
import slipway.release.Dossiers;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.shared.PageSize;
import slipway.shared.ReleaseNumber;

/** Releases, newest first and page by page; and each with its whole dossier. */
@RestController
@RequestMapping("/api/releases")
class ReleasesApi {
    private final Releases releases;
    private final Dossiers dossiers;

    ReleasesApi(Releases releases, Dossiers dossiers) {
        this.releases = releases;
        this.dossiers = dossiers;
    }

    @GetMapping
    @MayUse(Clearance.EVERY_ROLE)
    List<ReleaseSummary> page(
            @RequestParam(required = false) @Nullable String olderThan,
            @RequestParam(defaultValue = PageSize.USUAL) PageSize most) {
        Optional<ReleaseNumber> before = Optional.ofNullable(olderThan)
                .map(number ->
                        known("olderThan", number, HttpStatus.BAD_REQUEST).number());
        return releases.page(before, most.rows()).stream()
                .map(ReleaseSummary::of)
                .toList();
    }

    /**
     * What it is, every chapter of its dossier that the reader may see, by its key, and under {@code closed} who reads
     * the others. Whoever requested a release reads all of it.
     */
    @GetMapping("/{number}")
    @MayUse(Clearance.EVERY_ROLE)
    Map<String, Object> one(@PathVariable String number, Authentication login) {
        Release release = known("number", number, HttpStatus.NOT_FOUND);
        Map<String, Object> picture = new LinkedHashMap<>(dossiers.of(release.number()));
        Map<String, String> closed = closed(release, Reader.of(login));
        picture.keySet().removeAll(closed.keySet());
        picture.put("release", ReleaseSummary.of(release));
        picture.put("closed", closed);
        return picture;
    }

    private Map<String, String> closed(Release release, Reader reader) {
        Map<String, String> closed = new TreeMap<>();
        dossiers.readers().forEach((chapter, readers) -> {
            if (!reader.mayUse(readers) && !reader.is(release.requester())) {
                closed.put(chapter, readers.words());
            }
        });
        return closed;
    }

    private Release known(String field, String number, HttpStatus otherwise) {
        try {
            return releases.get(new ReleaseNumber(number));
        } catch (IllegalArgumentException unknown) {
            throw unfit(otherwise, field, String.valueOf(unknown.getMessage()));
        }
    }

    private static ResponseStatusException unfit(HttpStatus status, String field, String sentence) {
        ResponseStatusException unfit = new ResponseStatusException(status, sentence);
        unfit.getBody().setProperty("field", field);
        return unfit;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException e) {
        return ResponseEntity.status(e.getStatusCode()).body(e.getBody());
    }
}
