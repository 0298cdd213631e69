package slipway.communication;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredPreparations implements Preparations {
    private final ReadinessTable words;
    private final Outbox outbox;
    private final Announcement announcement;
    private final Waves waves;
    private final Cmdb cmdb;
    private final Plans plans;
    private final Releases releases;
    private final Journal journal;
    private final Clock clock;

    StoredPreparations(
            ReadinessTable words,
            Outbox outbox,
            Announcement announcement,
            Waves waves,
            Cmdb cmdb,
            Plans plans,
            Releases releases,
            Journal journal,
            Clock clock) {
        this.words = words;
        this.outbox = outbox;
        this.announcement = announcement;
        this.waves = waves;
        this.cmdb = cmdb;
        this.plans = plans;
        this.releases = releases;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Actor> coordinators() {
        return cmdb.sites().stream()
                .map(Site::coordinator)
                .distinct()
                .sorted(Comparator.comparing(Actor::id))
                .toList();
    }

    @Override
    public void announce(ReleaseNumber number) {
        List<Outbox.Notice> notices = announcement.of(releases.get(number), occasion(number));
        long queued = notices.stream().filter(outbox::queue).count();
        journal.append(number, "NoticesQueued", null, Map.of("queued", queued));
    }

    @Override
    public Result confirm(ReleaseNumber release, Actor coordinator, boolean ready, boolean trained, String reason) {
        if (!coordinators().contains(coordinator)) {
            return Result.refused("not-coordinator", coordinator + " coordinates no site.");
        }
        if (ready && !trained) {
            return Result.refusedAt(
                    "trained",
                    "training-before-ready",
                    "A site is ready when its people are trained; confirm that too.");
        }
        if (!ready && reason.isBlank()) {
            return Result.refusedAt("reason", "reason-required", "Say what keeps the site from being ready.");
        }
        words.append(new ReadinessTable.Word(
                release, coordinator, ready, trained, reason, occasion(release), clock.instant()));
        journal.append(
                release, ready ? "ReadinessConfirmed" : "ReadinessDenied", coordinator, Map.of("reason", reason));
        return Result.done();
    }

    @Override
    public Optional<Refusal> missing(ReleaseNumber release) {
        List<Actor> all = coordinators();
        if (all.isEmpty()) {
            return Optional.of(Refusal.of("no-coordinator", "No site has a coordinator who could say it is ready."));
        }
        Set<Actor> ready = words.ready(release, occasion(release));
        List<String> open = all.stream()
                .filter(coordinator -> !ready.contains(coordinator))
                .map(Actor::id)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "sites-not-ready",
                        "Not confirmed ready and trained for this revision and window: " + String.join(", ", open)
                                + "."));
    }

    @Override
    public boolean assess(ReleaseNumber release) {
        if (missing(release).isPresent()) {
            return false;
        }
        if (releases.move(release, ReleaseState.PREPARED) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
        return true;
    }

    @Override
    public List<Map<String, Object>> sites(ReleaseNumber release, Actor coordinator) {
        Plan plan = plans.get(release);
        Map<String, String> waveOf = waves.of(release);
        return cmdb.sites().stream()
                .filter(site -> site.coordinator().equals(coordinator))
                .map(site -> Map.<String, Object>of(
                        "id", site.id().value(),
                        "name", site.name(),
                        "wave", waveOf.getOrDefault(site.id().value(), "–"),
                        "localWindow", LocalWindow.text(plan, site.zone())))
                .toList();
    }

    // What people get ready for: this revision in this window. Another one is another occasion.
    private String occasion(ReleaseNumber number) {
        Release release = releases.get(number);
        return release.builtRevision().digest() + " " + plans.get(number).windowFingerprint();
    }
}
