package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.event.EventLog;
import slipway.event.EventReaders;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.testing.ProcessTest;

/** Whatever people type, into whatever field, the next person reads it as it was typed. */
@ProcessTest
class TypedEverywhereTest {
    /** What only an unsound delivery, and a release that may not be closed, come to. */
    private static final Set<String> RARE = Set.of("answer-for-delivery.remark", "clear-closing.remark");

    @Autowired
    private Bank bank;

    @Autowired
    private Typist typist;

    @Autowired
    private EventLog log;

    @Autowired
    private EventReaders readers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FailingSite failingSite;

    @Autowired
    private Interrupted interrupted;

    @Autowired
    private UnknownAuthors unknownAuthors;

    @Autowired
    private ByHand byHand;

    @BeforeEach
    void begin() throws Exception {
        bank.everySiteRunsTheBaseline();
        typist.begin();
    }

    @AfterEach
    void end() {
        typist.end();
        ClockUtil.reset();
        bank.endsEverything();
    }

    @Test
    void sixty_hostile_texts_in_every_field_are_read_as_they_were_typed() throws Exception {
        goesToItsEnd();
        failingSite.isRepairedAndClosed();
        interrupted.goesOnAndCloses();
        unknownAuthors.waitForAnAnswer();
        byHand.isInstalledAndReturned();
        areGivenUp();

        Set<String> untyped = new TreeSet<>(Typist.fields());
        untyped.removeAll(typist.typed().keySet());
        assertThat(untyped).as("fields in which nobody typed").isEqualTo(RARE);
        String read = typist.read() + told();
        Set<String> unread = new TreeSet<>();
        typist.typed().forEach((field, text) -> {
            if (!read.contains(text)) {
                unread.add(field);
            }
        });
        assertThat(unread).as("fields of which nobody reads what was typed").isEmpty();
    }

    /** What the log says of any release, and every mail. */
    private String told() {
        readers.advance();
        return jdbc.sql("select number from slipway.release").query(String.class).list().stream()
                .map(ReleaseNumber::new)
                .flatMap(release -> Stream.concat(
                        log.of(release).stream().map(entry -> entry.event().words()),
                        bank.mailsOf(release).values().stream().flatMap(List::stream)))
                .collect(Collectors.joining("\n"));
    }

    private void goesToItsEnd() throws Exception {
        String later = Stage.now()
                .plus(Duration.ofDays(90))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Map<String, Object> objectives = Map.of(
                "objective2", "Fewer calls", "measured2", later, "critical2", false, "objective3", "No complaint");
        Story story = bank.release("mara", "Typed by everybody");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Typed"))
                .draftsPlan("rita", objectives);
        story.does("carl", "ApproveBaseline", Map.of("decision", "RETURN"))
                .draftsPlan("rita", objectives)
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .judgesTests("tom")
                .does("olga", "AcceptForBusiness", Map.of("decision", "REFUSE"))
                .repairsBuild("ben", bank.tag(Map.of()))
                .attestsScan("sofia")
                .judgesTests("tom")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .does("carl", "GiveGoNoGo", Map.of("decision", "REPLAN"))
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .reachesNextTimer()
                .reachesNextTimer()
                .signsAudit("anna")
                .reachesNextTimer();
        story.does(
                        "olga",
                        "ScoreObjectives",
                        Map.of("score1", "MET", "score2", "LATER", "later2", later, "score3", "MET"))
                .recordsLessons("rita")
                .reviews("carl")
                .reachesNextTimer()
                .does("olga", "ReviewBenefits", Map.of("result", "MISSED"));
    }

    /** With reasons that nobody is asked for else. */
    private void areGivenUp() throws Exception {
        Story withdrawn = bank.release("mara", "Withdrawn");
        withdrawn.does("rita", "ConfirmScope", Map.of("decision", "WITHDRAW")).is(ReleaseState.CANCELLED);
        Story cancelled = bank.release("mara", "Cancelled");
        cancelled
                .confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Cancelled"))
                .goesToItsAcceptance()
                .does("rita", "ArrangeWaves", Map.of("decision", "CANCEL"))
                .is(ReleaseState.CANCELLED);
    }
}
