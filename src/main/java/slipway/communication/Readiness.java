package slipway.communication;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

/** Who answers for which sites, what they get them ready for, and whose word is missing. */
final class Readiness {
    private Readiness() {}

    /** A site in a wave, who coordinates it, and how it stands now, in words. */
    record Place(SiteId site, String name, ZoneId zone, int wave, Actor coordinator, String stand) {}

    /**
     * The sites of one coordinator, by id. Other revisions, another window or another wave of one of them is another
     * occasion: what was said for the former one does not count for it.
     */
    record Group(Actor coordinator, List<Place> places, String occasion) {
        List<SiteId> sites() {
            return places.stream().map(Place::site).toList();
        }
    }

    /** One group a coordinator, by id; {@code what} is everything that is the same for all sites. */
    static List<Group> groups(List<Place> places, String what) {
        Map<String, List<Place>> byCoordinator = new TreeMap<>();
        places.stream()
                .sorted(Comparator.comparing(place -> place.site().value()))
                .forEach(place -> byCoordinator
                        .computeIfAbsent(place.coordinator().id(), any -> new ArrayList<>())
                        .add(place));
        return byCoordinator.entrySet().stream()
                .map(group -> new Group(
                        new Actor(group.getKey()), List.copyOf(group.getValue()), occasion(group.getValue(), what)))
                .toList();
    }

    private static String occasion(List<Place> places, String what) {
        return Digest.of(places.stream()
                        .map(place -> place.site() + " " + place.wave())
                        .collect(Collectors.joining("\n", what + "\n", "")))
                .hex();
    }

    /** The groups without a word that stands; {@code ready} are the occasions that somebody said to be ready for. */
    static List<Group> open(List<Group> groups, Set<String> ready) {
        return groups.stream()
                .filter(group -> !ready.contains(group.occasion()))
                .toList();
    }

    /** Why not everybody is ready, if so; no site in any wave is nobody who could be. */
    static Optional<Refusal> missing(List<Group> groups, Set<String> ready) {
        if (groups.isEmpty()) {
            return Optional.of(Refusal.of("no-site-in-waves", "No site is in a wave, so none can be ready."));
        }
        List<Group> open = open(groups, ready);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "sites-not-ready",
                        "Not confirmed ready and trained for these revisions, this window and these waves: "
                                + open.stream().map(Readiness::named).collect(Collectors.joining("; ")) + "."));
    }

    private static String named(Group group) {
        return group.sites().stream().map(SiteId::value).collect(Collectors.joining(", ")) + " (" + group.coordinator()
                + ")";
    }

    /**
     * Why the question is not this person's, if so; {@code reserved} is whom it is for, empty = whoever {@code
     * coordinates}.
     */
    static Optional<Refusal> notAsked(Optional<Actor> reserved, Actor actor, boolean coordinates) {
        return reserved.map(coordinator -> coordinator.equals(actor)).orElse(coordinates)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "not-coordinator",
                        reserved.map(coordinator ->
                                        "This task is for " + coordinator + ", who coordinates these sites.")
                                .orElse("You are no site coordinator any more; leave this task to one who is.")));
    }

    /** What is wrong with an answer, if anything. */
    static Optional<Refusal> wrong(boolean ready, boolean trained, String reason) {
        if (ready && !trained) {
            return Optional.of(Refusal.at(
                    "trained",
                    "training-before-ready",
                    "A site is ready when its people are trained; confirm that too."));
        }
        return !ready && reason.isBlank()
                ? Optional.of(Refusal.at(
                        "reason", "reason-required", "Say what keeps the sites from being ready, and until when."))
                : Optional.empty();
    }
}
