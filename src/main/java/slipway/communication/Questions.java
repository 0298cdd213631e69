package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationEvent.ReadinessPassedOn;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.communication.ReadinessTable.Request;
import slipway.communication.ReadinessTable.Word;
import slipway.event.Event;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Who is asked by an event whether sites are ready, and of which. */
@Component
class Questions {
    private final ReadinessTable table;

    /** What one person is asked; the same occasion is the same question. */
    record Asked(Set<SiteId> sites, String occasion) {}

    Questions(ReadinessTable table) {
        this.table = table;
    }

    /** Empty when the event asks nobody anything. */
    static Optional<List<Actor>> asked(Event event) {
        return switch (event) {
            case RolloutAnnounced news -> Optional.of(news.asked());
            case ReadinessPassedOn passed -> Optional.of(passed.asked());
            default -> Optional.empty();
        };
    }

    Optional<Asked> of(ReleaseNumber release, Event event, Actor actor) {
        List<Request> requests = switch (event) {
            case RolloutAnnounced news
            when news.asked().contains(actor) ->
                // Whoever was to be asked and was not has left, so everybody who was asked answers for them.
                requests(
                        release,
                        news.round(),
                        whose -> whose.equals(actor) || !news.asked().contains(whose));
            case ReadinessPassedOn passed
            when passed.asked().contains(actor) -> requests(release, passed.round(), passed.left()::equals);
            default -> List.of();
        };
        return requests.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(
                        requests.stream()
                                .flatMap(request -> request.sites().stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        occasion(release, requests)));
    }

    private List<Request> requests(ReleaseNumber release, int round, Predicate<Actor> whose) {
        return table.requests(release, round).stream()
                .filter(request -> whose.test(request.coordinator()))
                .toList();
    }

    /** Who said not ready is asked anew, whatever else is as it was. */
    private String occasion(ReleaseNumber release, List<Request> requests) {
        Map<String, Word> words = table.words(release);
        String all = requests.stream()
                .map(Request::occasion)
                .map(occasion -> Optional.ofNullable(words.get(occasion))
                        .filter(word -> !word.ready())
                        .map(denied -> occasion + " after " + denied.at())
                        .orElse(occasion))
                .collect(Collectors.joining("\n"));
        return Digest.of(all).hex();
    }
}
