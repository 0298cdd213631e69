package slipway.release.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseAspect;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

@RestController
@RequestMapping("/api/releases")
class ReleasesApi {
    private final Releases releases;
    private final Journal journal;
    private final ObjectProvider<ReleaseAspect> aspects;

    ReleasesApi(Releases releases, Journal journal, ObjectProvider<ReleaseAspect> aspects) {
        this.releases = releases;
        this.journal = journal;
        this.aspects = aspects;
    }

    @GetMapping
    @MayUse(Clearance.EVERY_ROLE)
    List<Map<String, Object>> all() {
        return releases.all().stream().map(ReleasesApi::summary).toList();
    }

    @GetMapping("/{number}")
    @MayUse(Clearance.EVERY_ROLE)
    Map<String, Object> one(@PathVariable String number) {
        ReleaseNumber release = new ReleaseNumber(number);
        Map<String, Object> picture = summary(releases.get(release));
        aspects.forEach(aspect -> picture.put(aspect.name(), aspect.of(release)));
        picture.put("journal", journal.of(release));
        return picture;
    }

    private static Map<String, Object> summary(Release release) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("number", release.number().value());
        summary.put("title", release.title());
        summary.put("purpose", release.purpose());
        summary.put("requester", release.requester().id());
        summary.put("state", release.state());
        summary.put("draftedAt", release.draftedAt());
        if (release.type() != null) {
            summary.put("type", release.type());
        }
        if (release.scope() != null) {
            summary.put("unit", release.scope().unit().value());
            summary.put("tag", release.scope().tag());
            summary.put(
                    "rfcs",
                    release.scope().rfcs().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }
        if (release.revision() != null) {
            summary.put("version", release.revision().version());
            summary.put("digest", release.revision().digest().hex());
        }
        if (release.outcome() != null) {
            summary.put("outcome", release.outcome());
        }
        return summary;
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail unknown(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }
}
