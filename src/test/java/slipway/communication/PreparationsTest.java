package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.SCHEDULED;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.library.Library;
import slipway.shared.ReleaseNumber;
import slipway.testing.InsideStory;

class PreparationsTest extends InsideStory {
    @Autowired
    private Preparations preparations;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient sql;

    private ReleaseNumber release;

    @BeforeEach
    void an_authorised_release() {
        threeSites();
        release = inTest();
        moved(release, ACCEPTED, SCHEDULED, AUTHORISED);
    }

    @Test
    void everybody_concerned_gets_one_notice_however_often_they_are_sent() {
        preparations.announce(release);
        preparations.announce(release);

        assertThat(outbox.of(release))
                .extracting(Outbox.Queued::recipient)
                .containsExactlyInAnyOrder("zoe", "nils", "olga", "chloe");
    }

    @Test
    void a_notice_shows_windows_in_local_time_and_leads_to_the_tasks() {
        preparations.announce(release);

        String body = sql.sql("select body from slipway.outbox where release = ? and recipient = 'nils'")
                .param(release.value())
                .query(String.class)
                .single();
        assertThat(body)
                .contains("Nils Nielsen", "America/New_York", "Asia/Singapore", "Check faster ${link}")
                .contains("http://localhost:8080/camunda/app/tasklist/default/#/?searchQuery=%5B")
                .contains(release.value());
    }

    @Test
    void another_revision_is_another_notice_and_wants_another_word() {
        preparations.announce(release);
        everybodyConfirms();
        assertThat(preparations.missing(release)).isEmpty();

        moved(release, IN_BUILD);
        done(releases.bindRevision(release, held("1.1.1", Library.State.CHECKED_IN)));
        moved(release, IN_TEST, ACCEPTED, SCHEDULED, AUTHORISED);
        preparations.announce(release);

        assertThat(outbox.of(release)).hasSize(8);
        assertThat(preparations.missing(release)).isPresent();
    }

    @Test
    void each_coordinator_answers_once_for_all_their_sites() {
        assertThat(preparations.coordinators()).isEqualTo(List.of(NILS, ZOE));
        assertThat(preparations.sites(release, ZOE))
                .extracting(site -> site.get("id"))
                .containsExactly("singapore-dr", "zurich");
    }

    @Test
    void ready_means_trained_and_not_ready_has_a_reason() {
        refusedAt(preparations.confirm(release, ZOE, true, false, ""), "trained");
        refusedAt(preparations.confirm(release, ZOE, false, true, " "), "reason");
        refused(preparations.confirm(release, OLGA, true, true, ""), "not-coordinator");
    }

    @Test
    void the_release_is_prepared_when_everybody_is_ready() {
        done(preparations.confirm(release, ZOE, true, true, ""));
        assertThat(preparations.assess(release)).isFalse();
        assertThat(releases.get(release).state()).isEqualTo(AUTHORISED);

        done(preparations.confirm(release, NILS, true, true, ""));
        assertThat(preparations.assess(release)).isTrue();
        assertThat(releases.get(release).state()).isEqualTo(PREPARED);
    }

    @Test
    void the_newest_word_of_a_coordinator_counts() {
        everybodyConfirms();
        done(preparations.confirm(release, NILS, false, false, "power failure"));

        assertThat(preparations.missing(release))
                .hasValueSatisfying(
                        no -> assertThat(no.reason()).contains("nils").doesNotContain("zoe"));
    }

    private void everybodyConfirms() {
        done(preparations.confirm(release, ZOE, true, true, ""));
        done(preparations.confirm(release, NILS, true, true, ""));
    }
}
