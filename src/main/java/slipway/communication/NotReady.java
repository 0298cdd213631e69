package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.communication.ReadinessTable.Word;
import slipway.identity.People;
import slipway.rollout.Obstacle;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Sites whose coordinator said that they are not ready for the waves as they are, and why. */
@Component
class NotReady implements Obstacle {
    private final SitesInWaves waves;
    private final ReadinessTable table;
    private final People people;

    NotReady(SitesInWaves waves, ReadinessTable table, People people) {
        this.waves = waves;
        this.table = table;
        this.people = people;
    }

    @Override
    public List<String> because(ReleaseNumber release) {
        Map<String, Word> words = table.words(release);
        return waves.groups(release).stream()
                .flatMap(group -> Optional.ofNullable(words.get(group.occasion()))
                        .filter(word -> !word.ready())
                        .map(word -> sentence(group, word))
                        .stream())
                .toList();
    }

    private String sentence(Readiness.Group group, Word word) {
        String sites = group.sites().stream().map(SiteId::value).collect(Collectors.joining(", "));
        return "Not ready, said " + people.name(word.actor()) + " of " + sites + ": " + word.reason();
    }
}
