package slipway.rollout.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.release.Releases;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.shared.PageSize;
import slipway.shared.PlaceOfUnit;
import slipway.shared.PlainText;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Where each part of a release is at each site, page by page. */
@RestController
class TargetsResource {
    private final Releases releases;
    private final SiteTargets targets;

    TargetsResource(Releases releases, SiteTargets targets) {
        this.releases = releases;
        this.targets = targets;
    }

    /** A site of a release. */
    record SiteTarget(
            String site,
            String unit,
            int wave,
            String state,
            int attempt,
            String reason,
            @Nullable String predecessor,
            Instant changedAt) {}

    @GetMapping("/api/releases/{number}/targets")
    @MayUse(Clearance.EVERY_ROLE)
    List<SiteTarget> targets(
            @PathVariable ReleaseNumber number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageSize.USUAL) PageSize most) {
        if (releases.find(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no release " + number + ".");
        }
        return page(number, after, most.rows()).stream()
                .map(TargetsResource::row)
                .toList();
    }

    private List<Target> page(ReleaseNumber number, @Nullable String after, int most) {
        try {
            return targets.page(number, Optional.ofNullable(after).map(TargetsResource::place), most);
        } catch (IllegalArgumentException none) {
            throw unfit(
                    "after",
                    "'" + PlainText.quoted(String.valueOf(after)) + "' is no site and unit of release " + number
                            + "; name the last ones that you have, as '<site>/<unit>'.");
        }
    }

    private static ResponseStatusException unfit(String field, String sentence) {
        ResponseStatusException unfit = new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
        unfit.getBody().setProperty("field", field);
        return unfit;
    }

    private static PlaceOfUnit place(String text) {
        String[] words = text.split("/", 2);
        return new PlaceOfUnit(new SiteId(words[0]), new UnitId(words.length < 2 ? "" : words[1]));
    }

    private static SiteTarget row(Target target) {
        UnitRevision predecessor = target.predecessor();
        return new SiteTarget(
                target.site().value(),
                target.unit().value(),
                target.wave(),
                target.state().name(),
                target.attempt(),
                target.reason(),
                predecessor == null ? null : predecessor.toString(),
                target.changedAt());
    }
}
