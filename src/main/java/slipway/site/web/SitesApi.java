package slipway.site.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.shared.PlainText;
import slipway.site.Channels;
import slipway.site.ManifestCheck;
import slipway.site.Manifests;
import slipway.site.port.Testable;

/** Sites as those see them who look after them. */
@RestController
class SitesApi {
    private final Cmdb cmdb;
    private final Channels channels;
    private final Manifests manifests;

    SitesApi(Cmdb cmdb, Channels channels, Manifests manifests) {
        this.cmdb = cmdb;
        this.channels = channels;
        this.manifests = manifests;
    }

    /** Tries out whether the site can be worked at, and says each thing that was tried. */
    @MayUse(Clearance.SITES)
    @PostMapping("/api/sites/{site}/trial")
    List<Map<String, Object>> tryOut(@PathVariable("site") String name) {
        return channels.tryOut(site(name)).stream().map(SitesApi::row).toList();
    }

    /** The public key under which sites are told what to run. */
    @MayUse(Clearance.SITES)
    @GetMapping(path = "/api/sites/signing-key", produces = MediaType.TEXT_PLAIN_VALUE)
    String signingKey() {
        return manifests.publicKey();
    }

    /** Whether the signed manifest in the body is genuine and the newest of the site. */
    @MayUse(Clearance.SITES)
    @PostMapping("/api/sites/{site}/manifest-check")
    Map<String, Object> check(@PathVariable("site") String name, @RequestBody String envelope) {
        return switch (manifests.check(envelope, site(name).id())) {
            case ManifestCheck.Genuine genuine ->
                Map.of("genuine", true, "manifest", genuine.manifest().text());
            case ManifestCheck.Refused refused ->
                Map.of(
                        "genuine", false,
                        "rule", refused.refusal().rule(),
                        "problem", refused.refusal().reason());
        };
    }

    private Site site(String name) {
        return cmdb.sites().stream()
                .filter(site -> site.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no site '" + PlainText.quoted(name) + "'."));
    }

    private static Map<String, Object> row(Testable.Check check) {
        return Map.of("name", check.name(), "passed", check.passed(), "problem", check.problem());
    }
}
