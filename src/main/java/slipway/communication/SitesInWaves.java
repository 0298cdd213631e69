package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Release;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.rollout.SiteStand;
import slipway.rollout.SiteTargets;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

/** The sites that are in the waves of a release now, and what they are to get ready for. */
@Component
class SitesInWaves {
    private final SiteTargets targets;
    private final Cmdb cmdb;
    private final Releases releases;
    private final Plans plans;

    SitesInWaves(SiteTargets targets, Cmdb cmdb, Releases releases, Plans plans) {
        this.targets = targets;
        this.cmdb = cmdb;
        this.releases = releases;
        this.plans = plans;
    }

    List<Readiness.Place> places(ReleaseNumber release) {
        Map<SiteId, Site> sites = cmdb.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        return targets.sites(release).stream().map(stand -> place(stand, sites)).toList();
    }

    private static Readiness.Place place(SiteStand stand, Map<SiteId, Site> sites) {
        Site site = sites.get(stand.site());
        if (site == null) {
            throw new IllegalStateException("the CMDB knows no site " + stand.site());
        }
        return new Readiness.Place(
                stand.site(), site.name(), site.zone(), stand.wave(), site.coordinator(), LetterWords.stand(stand));
    }

    /** One group a coordinator. */
    List<Readiness.Group> groups(ReleaseNumber release) {
        return Readiness.groups(places(release), what(release));
    }

    /** Exactly these revisions in this window, since the release came back last; what is not known yet is nothing that anybody confirmed. */
    String what(ReleaseNumber release) {
        return parts(releases.get(release)).stream()
                        .map(part -> part.revision()
                                .map(UnitRevision::digest)
                                .map(Digest::hex)
                                .orElse("none"))
                        .collect(Collectors.joining(" "))
                + "\n" + plans.find(release).map(Plan::windowFingerprint).orElse("none")
                + "\n" + releases.wentBack(release);
    }

    /** A draft may end, too, and somebody is told. */
    private static List<ReleasePart> parts(Release release) {
        return release instanceof SubmittedRelease submitted ? submitted.parts() : List.of();
    }
}
