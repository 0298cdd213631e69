package slipway.communication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationEvent.PeopleTold;
import slipway.communication.Readiness.Place;
import slipway.event.EventLog;
import slipway.identity.People;
import slipway.planning.Plan;
import slipway.release.Release;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.rollout.RolloutEvent;
import slipway.rollout.SiteStand;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** The values that templates put into their text. */
@Component
class LetterWords {
    private static final int MOST_SITES = 50;

    private final Releases releases;
    private final People people;
    private final PublicAddress address;

    LetterWords(Releases releases, People people, PublicAddress address) {
        this.releases = releases;
        this.people = people;
        this.address = address;
    }

    Map<String, String> of(ReleaseNumber number, EventLog.Entry entry) {
        Release release = releases.get(number);
        Map<String, String> values = new HashMap<>();
        values.put("number", number.value());
        values.put("title", release.title());
        values.put("purpose", typed(release.purpose()));
        values.put("parts", release instanceof SubmittedRelease submitted ? parts(submitted) : "");
        values.put("what", typed(entry.event().words()));
        values.put("who", who(entry));
        values.put("link", address.tasksOf(number));
        if (entry.event() instanceof PeopleTold told) {
            values.put("subject", told.about());
            values.put("text", told.text());
        }
        return values;
    }

    /** Only what people type has several lines, and none of them may look like a line of ours. */
    static String typed(String text) {
        return text.replace("\n", "\n> ");
    }

    /** Whoever decided it, where a process does what people decided; where nobody did, it was Slipway. */
    private String who(EventLog.Entry entry) {
        List<Actor> by = entry.event() instanceof RolloutEvent.Decided decided
                ? decided.by()
                : entry.actor().stream().toList();
        return by.isEmpty() ? "Slipway" : by.stream().map(people::name).collect(Collectors.joining(" and "));
    }

    private static String parts(SubmittedRelease release) {
        return release.parts().stream().map(LetterWords::part).collect(Collectors.joining(", "));
    }

    private static String part(ReleasePart part) {
        return part.unit() + " " + part.revision().map(UnitRevision::version).orElse(part.source());
    }

    /** A line for each site with its wave and the window on its wall clock. */
    static String windows(List<Place> places, Optional<Plan> plan) {
        return lines(
                places,
                place -> plan.map(approved -> ": " + LocalWindow.text(approved, place.zone()))
                        .orElse(""));
    }

    /** A line for each site with its wave and how it stands as this is written. */
    static String stands(List<Place> places) {
        return lines(places, place -> ": " + place.stand());
    }

    /** How a site stands within a release, for people; what went wrong with its cause. */
    static String stand(SiteStand site) {
        return switch (site.state()) {
            case PLANNED, PREPARED -> "waits for its turn";
            case DISTRIBUTED, ACTIVATED -> "under way";
            case VERIFIED -> "runs it, verified";
            case NOTHING_TO_DO -> "ran it already";
            case NOT_REACHED -> site.leftAlone() ? "not reached, and will not be" : "not reached";
            case FAILED -> "failed" + because(site);
            case BACKING_OUT -> "is being returned to what ran there before";
            case RESTORED, REPAIRED -> "returned to what ran there before";
            case BACKOUT_FAILED -> "could not be returned" + because(site);
        };
    }

    private static String because(SiteStand site) {
        return site.reasons().isEmpty() ? "" : " (" + typed(site.reasons()) + ")";
    }

    private static String lines(List<Place> places, Function<Place, String> words) {
        String lines = places.stream()
                .limit(MOST_SITES)
                .map(place -> "  " + place.name() + ", wave " + place.wave() + words.apply(place))
                .collect(Collectors.joining("\n"));
        return places.size() > MOST_SITES ? lines + "\n  and " + (places.size() - MOST_SITES) + " more sites" : lines;
    }
}
