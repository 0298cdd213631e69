package slipway.rollout;

import org.jspecify.annotations.Nullable;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Manifest;
import slipway.shared.UnitId;
import slipway.site.port.Distribution;

/** The directories' own adapter, with moments in between at which a test does something. */
final class SlowSites implements Distribution {
    private final Distribution real;
    private Runnable afterDistribution = () -> {};
    private Runnable afterActivation = () -> {};
    private Runnable afterDeactivation = () -> {};
    private @Nullable Outcome instead;

    SlowSites(Distribution real) {
        this.real = real;
    }

    /** Once, when files were distributed the next time and nobody has written that. */
    void afterDistribution(Runnable happening) {
        afterDistribution = happening;
    }

    /** Once, when a site was switched the next time and nobody has written that. */
    void afterActivation(Runnable happening) {
        afterActivation = happening;
    }

    /** Once, what the site answers when it was switched the next time. */
    void instead(Outcome answer) {
        instead = answer;
    }

    /** Once, when a unit was removed from a site the next time and nobody has written that. */
    void afterDeactivation(Runnable happening) {
        afterDeactivation = happening;
    }

    @Override
    public Channel channel() {
        return real.channel();
    }

    @Override
    public Outcome distribute(Site site, UnitId unit, String name, Manifest manifest, Source source) {
        Outcome outcome = real.distribute(site, unit, name, manifest, source);
        Runnable happening = afterDistribution;
        afterDistribution = () -> {};
        happening.run();
        return outcome;
    }

    @Override
    public Outcome activate(Site site, UnitId unit, String name) {
        Outcome outcome = real.activate(site, unit, name);
        Runnable happening = afterActivation;
        afterActivation = () -> {};
        happening.run();
        Outcome answer = instead;
        instead = null;
        return answer == null ? outcome : answer;
    }

    @Override
    public Outcome deactivate(Site site, UnitId unit) {
        Outcome outcome = real.deactivate(site, unit);
        Runnable happening = afterDeactivation;
        afterDeactivation = () -> {};
        happening.run();
        return outcome;
    }
}
