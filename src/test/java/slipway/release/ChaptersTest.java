package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.event.EventReader;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;

class ChaptersTest extends ReleaseStory {
    @Autowired
    private Dossiers dossiers;

    @Autowired
    private EventReader reader;

    @Autowired
    private JdbcClient sql;

    @Test
    void a_draft_has_a_scope_without_parts() {
        ReleaseNumber release = drafted();
        ScopeChapter scope = dossiers.chapter(release, ScopeChapter.class);
        assertThat(scope.title()).isEqualTo("Check faster");
        assertThat(scope.requester()).isEqualTo(MARA);
        assertThat(scope.type()).isEmpty();
        assertThat(scope.policy()).isEmpty();
        assertThat(scope.outcome()).isEmpty();
        assertThat(scope.parts()).isEmpty();
        assertThat(scope.rfcs()).isEmpty();
        assertThat(scope.sites()).isEmpty();
    }

    @Test
    void the_scope_names_units_rfcs_with_their_criteria_and_sites() {
        ReleaseNumber release = inBuild(both());
        done(releases.ready(new PartId(release, CHECK), made(CHECK, "1.1.0")));
        ScopeChapter scope = dossiers.chapter(release, ScopeChapter.class);
        assertThat(scope.type()).contains(ReleaseType.MINOR);
        assertThat(scope.policy()).contains(policy);
        assertThat(scope.parts())
                .containsExactly(
                        new ScopeChapter.Part(
                                CHECK,
                                "Story check",
                                "software",
                                "v1.1.0",
                                "pin-of-v1.1.0",
                                "ready",
                                Optional.of("1.1.0"),
                                Optional.of(revision(CHECK, "1.1.0").digest())),
                        new ScopeChapter.Part(
                                FILES,
                                "Story files",
                                "software",
                                "v1.0.0",
                                "pin-of-v1.0.0",
                                "planned",
                                Optional.empty(),
                                Optional.empty()));
        assertThat(scope.rfcs())
                .containsExactly(
                        new ScopeChapter.ReleaseRfc(FOR_CHECK, "Title of RFC-70001", CHECK, "approved", "One\nTwo"),
                        new ScopeChapter.ReleaseRfc(FOR_FILES, "Title of RFC-70002", FILES, "approved", "One\nTwo"));
        assertThat(scope.sites()).containsExactly(NEW_YORK, ZURICH);
    }

    @Test
    void a_form_gets_the_chapter_as_nested_maps() {
        ReleaseNumber release = submitted(checkOnly());
        assertThat(dossiers.forForm(release, List.of(ScopeChapter.class)))
                .extractingByKey("scope")
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("number", release.value())
                .containsEntry("type", "minor")
                .containsEntry("state", "submitted")
                .containsEntry("outcome", "")
                .containsEntry("sites", "story-new-york, story-zurich")
                .containsEntry(
                        "parts",
                        List.of(Map.of(
                                "unit", "story-check",
                                "name", "Story check",
                                "kind", "software",
                                "source", "v1.1.0",
                                "pin", "",
                                "state", "planned",
                                "version", "",
                                "digest", "")));
    }

    @Test
    void the_history_tells_who_did_what_in_the_order_of_the_log() {
        ReleaseNumber release = submitted(checkOnly());
        log.of(release).forEach(reader::read);
        log.of(drafted()).forEach(reader::read);
        List<HistoryChapter.Line> lines =
                dossiers.chapter(release, HistoryChapter.class).lines();
        assertThat(lines).extracting(HistoryChapter.Line::who).startsWith("mara", "Slipway");
        assertThat(lines.getFirst().what()).isEqualTo("Requested: Check faster.");
        assertThat(lines.getLast().what()).startsWith("Submitted as minor release");
        assertThat(lines).allSatisfy(line -> assertThat(line.subject()).isEmpty());
    }

    @Test
    void the_history_that_is_read_again_is_the_one_that_the_log_tells_whatever_became_of_it() {
        ReleaseNumber release = submitted(checkOnly());
        reader.read(log.of(release));
        List<HistoryChapter.Line> told =
                dossiers.chapter(release, HistoryChapter.class).lines();
        sql.sql("update slipway.history_line set sentence = 'Nothing.' where release = ?")
                .param(release.value())
                .update();

        assertThat(reader.derives()).isTrue();
        reader.read(log.of(release));

        assertThat(dossiers.chapter(release, HistoryChapter.class).lines()).isEqualTo(told);
    }
}
