package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.communication.Readiness.Group;
import slipway.communication.ReadinessChapter.Notice;
import slipway.communication.ReadinessChapter.Word;
import slipway.identity.Clearance;
import slipway.release.ChapterSource;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;

@Component
@Transactional(readOnly = true)
class ReadinessSource implements ChapterSource<ReadinessChapter> {
    private final SitesInWaves waves;
    private final ReadinessTable table;
    private final Outbox outbox;
    private final NoticeRegister register;
    private final Releases releases;

    ReadinessSource(
            SitesInWaves waves, ReadinessTable table, Outbox outbox, NoticeRegister register, Releases releases) {
        this.waves = waves;
        this.table = table;
        this.outbox = outbox;
        this.register = register;
        this.releases = releases;
    }

    @Override
    public Class<ReadinessChapter> type() {
        return ReadinessChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.EVERY_ROLE;
    }

    @Override
    public ReadinessChapter of(ReleaseNumber release) {
        return releases.get(release) instanceof SubmittedRelease
                ? new ReadinessChapter(words(release), notices(release))
                : new ReadinessChapter(List.of(), List.of());
    }

    private List<Word> words(ReleaseNumber release) {
        Map<String, ReadinessTable.Word> said = table.words(release);
        return waves.groups(release).stream()
                .map(group -> word(group, said.get(group.occasion())))
                .toList();
    }

    private static Word word(Group group, ReadinessTable.@Nullable Word said) {
        String sites = group.places().stream()
                .map(place -> place.site() + " (wave " + place.wave() + ")")
                .collect(Collectors.joining(", "));
        return said == null
                ? new Word(group.coordinator(), sites, "open", "", Optional.empty())
                : new Word(
                        group.coordinator(),
                        sites,
                        said.ready() ? "ready" : "not ready",
                        said.reason(),
                        Optional.of(said.at()));
    }

    private List<Notice> notices(ReleaseNumber release) {
        return outbox.of(release).stream()
                .map(notice -> new Notice(
                        register.name(notice.template()), notice.recipient(), state(notice), notice.queuedAt()))
                .toList();
    }

    private static String state(Outbox.Queued notice) {
        return notice.sent()
                ? "sent"
                : notice.problem().map(problem -> "waits: " + problem).orElse("waits");
    }
}
