package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** One release told step by step; each step returns the story and fails with what is waited for instead. */
final class Story {
    private static final int MOST_PARTS = 3;

    private final Stage stage;
    private final Releases releases;
    private final Cmdb cmdb;
    private final Changes changes;
    private final String number;

    Story(Stage stage, Releases releases, Cmdb cmdb, Changes changes, String number) {
        this.stage = stage;
        this.releases = releases;
        this.cmdb = cmdb;
        this.changes = changes;
        this.number = number;
    }

    ReleaseNumber number() {
        return new ReleaseNumber(number);
    }

    Stage stage() {
        return stage;
    }

    Story does(String person, String task, Map<String, Object> entries) {
        assertThat(stage.missingFacts(number, person, task))
                .as("what the form of " + task + " shows and nobody supplies")
                .isEmpty();
        stage.complete(number, person, task, entries);
        stage.settle(number);
        return this;
    }

    AbstractThrowableAssert<?, ? extends Throwable> attempt(String person, String task, Map<String, Object> entries) {
        Throwable refusal = catchThrowable(() -> stage.complete(number, person, task, entries));
        assertThat(stage.waiting(number)).as("the task stays open").contains(task);
        return assertThat(refusal);
    }

    Story confirmsScope(String person, String tag, String... rfcs) {
        return confirmsScope(person, Map.of(Bank.UNIT, tag), rfcs);
    }

    /** Each unit with the tag or delivery that its part is made of; at all sites. */
    Story confirmsScope(String person, Map<UnitId, String> parts, String... rfcs) {
        return confirmsScope(person, parts, Set.of(), rfcs);
    }

    /** The same at some sites; none named = all. */
    Story confirmsScope(String person, Map<UnitId, String> parts, Set<String> sites, String... rfcs) {
        List<String> chosen = parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .toList();
        Map<String, Object> entries =
                new HashMap<>(Map.of("decision", "SUBMIT", "rfcs", List.of(rfcs), "parts", chosen));
        if (!sites.isEmpty()) {
            entries.put("sites", List.copyOf(sites));
        }
        return does(person, "ConfirmScope", entries);
    }

    /** Somebody interrupts the release from outside its process. */
    Story raises(String person, String process, Map<String, Object> entries) {
        stage.raise(person, process, entries);
        stage.settle(number);
        return this;
    }

    Story stops(String person, String reason) {
        return raises(person, "StopRollout", Map.of("release", number, "reason", reason));
    }

    /** What raising it ends in. */
    AbstractThrowableAssert<?, ? extends Throwable> attemptToRaise(
            String person, String process, Map<String, Object> entries) {
        return assertThat(catchThrowable(() -> stage.raise(person, process, entries)));
    }

    /** From the confirmed scope to accepted by the business, everybody content. */
    Story goesToItsAcceptance() {
        return draftsPlan("rita")
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .judgesTests("tom")
                .acceptsForBusiness("olga");
    }

    /** And on to the go. */
    Story goesToItsGo(String waves) {
        return goesToItsAcceptance()
                .arrangesWaves("rita", waves)
                .givesGo("carl")
                .is(ReleaseState.AUTHORISED);
    }

    /** From the audit after the rollout to the end. */
    Story closes() {
        return reachesNextTimer()
                .scoresObjectives("olga")
                .recordsLessons("rita")
                .reviews("carl");
    }

    /** A plan whose window opens now and ends in four hours. */
    Story draftsPlan(String person) {
        return draftsPlan(person, Map.of());
    }

    /** The same with more entries. */
    Story draftsPlan(String person, Map<String, Object> more) {
        var start = Stage.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> entries = new HashMap<>(more);
        entries.put("objective1", "Ten thousand IBANs are checked in under a minute");
        entries.putIfAbsent("start", start.toString());
        entries.putIfAbsent("end", start.plus(Duration.ofHours(4)).toString());
        entries.put("backoutMinutes", 5);
        entries.put("pointOfNoReturn", "NONE");
        return does(person, "DraftPlan", entries);
    }

    Story approvesBaseline(String person) {
        return does(person, "ApproveBaseline", Map.of("decision", "APPROVE"));
    }

    Story repairsBuild(String person, String tag) {
        return does(
                person,
                "RepairBuild",
                Map.of("tag", tag, "cause", "PRODUCT", "remark", "Mended in the commit of " + tag));
    }

    /** One part after the other, until none waits for the scan. */
    Story attestsScan(String person) {
        return doesEach(
                person,
                "AttestScan",
                Map.of("verdict", "CLEAN", "scanner", "clamscan 1.4, signatures of today", "sameDigests", true));
    }

    /** One part after the other, until none waits for a verdict. */
    Story judgesTests(String person) {
        return doesEach(
                person,
                "JudgeTests",
                Map.of("decision", "PASS", "reason", "Tried by hand at a test desk, too, with last month's files."));
    }

    private Story doesEach(String person, String task, Map<String, Object> entries) {
        assertThat(stage.waiting(number))
                .as("tasks of " + number + stage.incidents(number))
                .contains(task);
        for (int part = 0; stage.waiting(number).contains(task); part++) {
            assertThat(part).as(task + " comes once for each part").isLessThan(MOST_PARTS);
            does(person, task, entries);
        }
        return this;
    }

    Story acceptsForBusiness(String person) {
        return does(
                person, "AcceptForBusiness", Map.of("decision", "ACCEPT", "opinion", "The tellers like the report."));
    }

    Story arrangesWaves(String person, String waves) {
        return does(person, "ArrangeWaves", Map.of("waves", waves));
    }

    Story givesGo(String person) {
        return does(person, "GiveGoNoGo", Map.of("decision", "GO", "reason", "Tests passed, sites are quiet."));
    }

    Story confirmsReadiness(String person) {
        String mine = stage.openFor(number, "ConfirmReadiness", person);
        stage.completeById(mine, person, Map.of("ready", "READY", "trained", true));
        stage.settle(number);
        return this;
    }

    Story signsAudit(String person) {
        return does(person, "SignAudit", Map.of("decision", "SIGN"));
    }

    Story decidesOnPause(String person, String decision) {
        return does(person, "DecideOnPausedRollout", Map.of("decision", decision, "reason", "As agreed on the phone"));
    }

    Story repairsSite(String person) {
        return does(person, "RepairSite", Map.of("remark", "Put the folder right"));
    }

    Story scoresObjectives(String person) {
        return does(person, "ScoreObjectives", Map.of("score1", "MET"));
    }

    Story recordsLessons(String person) {
        return does(person, "RecordLessons", Map.of("lessons", "Small releases are calm releases."));
    }

    Story reviews(String person) {
        return does(person, "ReviewRelease", Map.of("conclusion", "Went as planned."));
    }

    Story settles() {
        stage.settle(number);
        return this;
    }

    Story passes(Duration time) {
        stage.pass(number, time);
        return this;
    }

    /** Time passes until the next timer of the release has fired. */
    Story reachesNextTimer() {
        stage.passToNextTimer(number);
        return this;
    }

    Story is(ReleaseState state) {
        assertThat(releases.get(number()).state())
                .as(() -> "state of " + number + ", waiting " + stage.waiting(number) + stage.incidents(number))
                .isEqualTo(state);
        return this;
    }

    Story waitsAt(String... tasks) {
        assertThat(stage.waiting(number))
                .as(() -> "open tasks of " + number + stage.incidents(number))
                .containsExactlyInAnyOrder(tasks);
        return this;
    }

    Story siteShows(String site, String version) throws IOException {
        Path current = cmdb.site(new SiteId(site)).folder().resolve("iban-check/current/VERSION");
        assertThat(Files.readString(current).strip())
                .as("version installed at " + site)
                .isEqualTo(version);
        return this;
    }

    Story siteShowsNot(String site, String version) throws IOException {
        Path current = cmdb.site(new SiteId(site)).folder().resolve("iban-check/current/VERSION");
        assertThat(Files.readString(current).strip())
                .as("version installed at " + site)
                .isNotEqualTo(version);
        return this;
    }

    Story rfcsAreImplemented(String... numbers) {
        assertThat(numbers)
                .allSatisfy(number -> assertThat(changes.find(new RfcNumber(number))
                                .orElseThrow()
                                .status())
                        .as(number)
                        .isEqualTo(Rfc.Status.IMPLEMENTED));
        return this;
    }

    /** Closed, and over. */
    Story isClosed(Outcome outcome) {
        closedAs(outcome);
        assertThat(stage.runs(number)).as("processes of " + number + " run").isFalse();
        return this;
    }

    /** Closed, whatever is still to be measured. */
    Story closedAs(Outcome outcome) {
        if (stage.waiting(number).contains("ClearClosing")) {
            throw new AssertionError("closing was refused: " + shows("rita", "ClearClosing", "review"));
        }
        is(ReleaseState.CLOSED);
        assertThat(releases.submitted(number()).outcome()).contains(outcome);
        return this;
    }

    /** What the form of a waiting task shows under that key, as text. */
    String shows(String person, String task, String key) {
        return String.valueOf(stage.form(number, person, task).get(key));
    }
}
