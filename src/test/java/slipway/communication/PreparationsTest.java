package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.SCHEDULED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.communication.CommunicationEvent.ReadinessConfirmed;
import slipway.communication.CommunicationEvent.ReadinessDenied;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.communication.Preparations.Question;
import slipway.communication.Preparations.Round;
import slipway.communication.Preparations.SiteToPrepare;
import slipway.communication.ReadinessChapter.Word;
import slipway.planning.Plans;
import slipway.release.Dossiers;
import slipway.release.GoLiveCondition;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.testing.InsideStory;

/** Zoe coordinates Zurich and Singapore, Nils New York. */
class PreparationsTest extends InsideStory {
    @Autowired
    private Preparations preparations;

    @Autowired
    private EverybodyReady condition;

    @Autowired
    private NotReady obstacle;

    @Autowired
    private Dossiers dossiers;

    private ReleaseNumber release;

    @BeforeEach
    void an_authorised_release_in_two_waves() {
        release = accepted(SCHEDULED, AUTHORISED);
        targets.inWaves(Map.of(ZURICH, 1, NEW_YORK, 2, SINGAPORE, 2));
    }

    @Test
    void each_coordinator_is_asked_once_for_all_their_sites() {
        assertThat(preparations.announce(release)).isEqualTo(new Round(1, 2));

        assertThat(preparations.asked(question(1, 0))).isEqualTo(NILS);
        assertThat(preparations.asked(question(1, 1))).isEqualTo(ZOE);
        assertThat(preparations.sites(question(1, 1)))
                .extracting(SiteToPrepare::site, SiteToPrepare::wave)
                .containsExactly(tuple(SINGAPORE, 2), tuple(ZURICH, 1));
        assertThat(preparations.sites(question(1, 0)))
                .singleElement()
                .satisfies(site -> assertThat(site.window()).endsWith("America/New_York"));
        assertThatThrownBy(() -> preparations.asked(question(1, 2))).hasMessageContaining("nobody was asked");
    }

    @Test
    void a_coordinator_of_sites_that_are_in_no_wave_is_not_asked_and_not_missed() {
        targets.inWaves(Map.of(NEW_YORK, 1));

        assertThat(preparations.announce(release)).isEqualTo(new Round(1, 1));
        assertThat(preparations.asked(question(1, 0))).isEqualTo(NILS);
        done(confirm(question(1, 0), NILS));

        assertThat(preparations.missing(release)).isEmpty();
    }

    @Test
    void who_is_asked_stays_whoever_coordinates_meanwhile() {
        preparations.announce(release);

        coordinates(NEW_YORK, new Actor("adele"));

        assertThat(preparations.asked(question(1, 0))).isEqualTo(NILS);
        assertThat(preparations.reserved(question(1, 0))).contains(NILS);
        refused(confirm(question(1, 0), ZOE), "not-coordinator");
        done(confirm(question(1, 0), NILS));
        done(confirm(question(1, 1), ZOE));
        assertThat(preparations.missing(release)).isEmpty();
    }

    @Test
    void for_a_coordinator_who_has_left_any_coordinator_answers() {
        coordinates(NEW_YORK, new Actor("gone"));
        preparations.announce(release);

        assertThat(preparations.asked(question(1, 0))).isEqualTo(new Actor("gone"));
        assertThat(preparations.reserved(question(1, 0))).isEmpty();
        refused(confirm(question(1, 0), new Actor("gone")), "not-coordinator");
        done(confirm(question(1, 0), NILS));
        done(confirm(question(1, 1), ZOE));

        assertThat(preparations.missing(release)).isEmpty();
    }

    @Test
    void the_history_names_who_is_really_asked() {
        coordinates(NEW_YORK, new Actor("gone"));
        preparations.announce(release);

        assertThat(log.latest(release, RolloutAnnounced.class)).contains(new RolloutAnnounced(1, List.of(NILS, ZOE)));
    }

    @Test
    void ready_means_trained_and_not_ready_has_a_reason() {
        preparations.announce(release);

        refusedAt(preparations.confirm(question(1, 1), ZOE, true, false, ""), "trained");
        refusedAt(preparations.confirm(question(1, 1), ZOE, false, true, " "), "reason");
        refused(preparations.confirm(question(1, 1), OLGA, true, true, ""), "not-coordinator");
        assertThat(preparations.missing(release))
                .map(Refusal::reason)
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("new-york (nils)", "singapore-dr, zurich (zoe)"));
    }

    @Test
    void the_release_is_prepared_when_everybody_is_ready() {
        preparations.announce(release);
        done(confirm(question(1, 1), ZOE));
        assertThat(preparations.assess(release)).isFalse();
        assertThat(releases.get(release).state()).isEqualTo(AUTHORISED);
        assertThat(((GoLiveCondition) condition).unmet(releases.submitted(release)))
                .isPresent();

        done(confirm(question(1, 0), NILS));
        assertThat(((GoLiveCondition) condition).unmet(releases.submitted(release)))
                .isEmpty();
        assertThat(preparations.assess(release)).isTrue();
        assertThat(releases.get(release).state()).isEqualTo(PREPARED);
        assertThat(log.latest(release, ReadinessConfirmed.class))
                .contains(new ReadinessConfirmed(List.of(NEW_YORK), ""));
    }

    @Test
    void the_newest_word_for_the_sites_counts() {
        everybodyConfirms();
        done(preparations.confirm(question(1, 0), NILS, false, false, "power failure"));

        assertThat(preparations.missing(release))
                .hasValueSatisfying(
                        no -> assertThat(no.reason()).contains("nils").doesNotContain("zoe"));
        assertThat(log.latest(release, ReadinessDenied.class))
                .contains(new ReadinessDenied(List.of(NEW_YORK), "power failure"));
    }

    @Test
    void whose_site_moved_to_another_wave_is_asked_again_and_nobody_else() {
        everybodyConfirms();

        targets.inWaves(Map.of(ZURICH, 1, NEW_YORK, 3, SINGAPORE, 2));

        assertThat(preparations.missing(release)).isPresent();
        assertThat(preparations.announce(release)).isEqualTo(new Round(2, 1));
        assertThat(preparations.asked(question(2, 0))).isEqualTo(NILS);
        done(confirm(question(2, 0), NILS));
        assertThat(preparations.missing(release)).isEmpty();
    }

    @Test
    void a_round_with_nobody_to_ask_again_goes_on_at_once() {
        everybodyConfirms();

        assertThat(preparations.announce(release)).isEqualTo(new Round(2, 0));
        assertThat(preparations.assess(release)).isTrue();
    }

    @Test
    void another_window_asks_everybody_again() {
        everybodyConfirms();

        anotherWindow();

        assertThat(preparations.missing(release)).isPresent();
        assertThat(preparations.announce(release)).isEqualTo(new Round(2, 2));
    }

    @Test
    void why_sites_are_not_ready_is_said_where_the_waves_are_arranged_again_until_they_are() {
        preparations.announce(release);
        done(preparations.confirm(question(1, 0), NILS, false, false, "power failure"));
        assertThat(obstacle.because(release))
                .containsExactly("Not ready, said Nils Nielsen of new-york: power failure");

        preparations.announce(release);
        done(confirm(question(2, 0), NILS));

        assertThat(obstacle.because(release)).isEmpty();
    }

    @Test
    void the_words_stand_in_the_dossier() {
        preparations.announce(release);
        done(preparations.confirm(question(1, 0), NILS, false, false, "power failure"));

        assertThat(dossiers.chapter(release, ReadinessChapter.class).words())
                .extracting(Word::coordinator, Word::sites, Word::state, Word::reason)
                .containsExactly(
                        tuple(NILS, "new-york (wave 2)", "not ready", "power failure"),
                        tuple(ZOE, "singapore-dr (wave 2), zurich (wave 1)", "open", ""));
        assertThat(dossiers.chapter(releases.draft(MARA, "New", ""), ReadinessChapter.class))
                .isEqualTo(new ReadinessChapter(List.of(), List.of()));
    }

    private void everybodyConfirms() {
        preparations.announce(release);
        done(confirm(question(1, 0), NILS));
        done(confirm(question(1, 1), ZOE));
        assertThat(preparations.missing(release)).isEmpty();
    }

    private Result confirm(Question question, Actor actor) {
        return preparations.confirm(question, actor, true, true, "");
    }

    private Question question(int round, int place) {
        return new Question(release, round, place);
    }

    private void anotherWindow() {
        moved(release, SUBMITTED);
        Plans.Draft draft = plan(release);
        done(plans.draft(new Plans.Draft(
                release,
                draft.objectives(),
                draft.start().plusSeconds(60),
                draft.end(),
                draft.backoutLimit(),
                draft.pointOfNoReturn(),
                RITA)));
    }

    private void coordinates(SiteId site, Actor coordinator) {
        cmdb.registerSite(new Site(
                site,
                site.value(),
                ZoneId.of("America/New_York"),
                coordinator,
                true,
                false,
                Channel.DIRECTORY,
                "/nowhere/" + site));
    }
}
