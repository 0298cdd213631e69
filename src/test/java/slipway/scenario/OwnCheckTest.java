package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.check.CheckEvent.RevisionChecked;
import slipway.check.Checks;
import slipway.check.ChecksChapter;
import slipway.engine.Finding;
import slipway.engine.TerminalFailure;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelSet;
import slipway.event.EventLog;
import slipway.release.Dossiers;
import slipway.shared.ReleaseNumber;
import slipway.testing.ProcessTest;

/** A check of a process owner's own, by a command that the operator allows, drawn without Java. */
@ProcessTest
class OwnCheckTest {
    private static final String MODEL = "bpmn/build/check-in-unit.bpmn";

    @Autowired
    private OwnModels models;

    @Autowired
    private Bank bank;

    @Autowired
    private Checks checks;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private EventLog log;

    @BeforeEach
    void remember() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void everythingIsAsBefore() {
        bank.endsEverything();
        models.remove();
        ClockUtil.reset();
    }

    @Test
    void what_does_not_pass_is_made_again_and_what_passes_goes_on() throws IOException {
        assertThat(models.enter(drawn("licences"))).isInstanceOf(Entry.Entered.class);
        Story story = bank.release("mara", "Free of foreign licences")
                .confirmsScope(
                        "rita",
                        bank.tag(Map.of("README.md", "Licence: GPL-3.0\n")),
                        bank.approvedRfc("Check whole files"))
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .waitsAt("RepairBuild")
                .repairsBuild("ben", bank.tag(Map.of()))
                .waitsAt("AttestScan");

        assertThat(log.of(story.number()))
                .extracting(EventLog.Entry::event)
                .filteredOn(RevisionChecked.class::isInstance)
                .extracting(event -> (RevisionChecked) event)
                .extracting(RevisionChecked::step, RevisionChecked::check, RevisionChecked::passed)
                .containsExactly(tuple("Check licences", "licences", false), tuple("Check licences", "licences", true));
        assertThat(log.of(story.number()))
                .extracting(entry -> entry.event().words())
                .anyMatch(words -> words.startsWith("Check licences: the check 'licences' of iban-check ")
                        && words.endsWith(" did not pass: it ended with exit code 3."));
        assertThat(dossiers.chapter(story.number(), ChecksChapter.class).checks())
                .extracting(ChecksChapter.Checked::result)
                .containsExactly("did not pass: it ended with exit code 3", "passed: it ended with exit code 0");
        assertThat(dossiers.chapter(story.number(), ChecksChapter.class).checks())
                .extracting(ChecksChapter.Checked::report)
                .satisfiesExactly(
                        found -> assertThat(found).contains("README.md", "GPL-3.0"),
                        clean -> assertThat(clean)
                                .startsWith("nothing of the GPL in iban-check 1.1.")
                                .endsWith("for " + story.number()));
    }

    @Test
    void what_was_finished_before_a_crash_is_not_run_again_and_what_cannot_run_is_said() throws Exception {
        Story story = bank.release("mara", "Looked at again")
                .confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Check whole files"))
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .waitsAt("AttestScan");
        List<Checks.Finding> first = checks.run(asked(story.number(), "one", "clock"));

        assertThat(first).singleElement().satisfies(finding -> {
            assertThat(finding.passed()).isTrue();
            assertThat(finding.report()).matches("\\d+");
        });
        assertThat(checks.run(asked(story.number(), "one", "clock"))).isEqualTo(first);
        assertThat(checks.run(asked(story.number(), "two", "clock"))).isNotEqualTo(first);

        assertThat(checks.run(asked(story.number(), "three", "wordy")))
                .as("one that says more than is kept")
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.passed()).isFalse();
                    assertThat(finding.summary()).contains("slipway.build.log");
                });
        assertThat(checks.record(asked(story.number(), "none", "clock"), List.of()))
                .as("nothing that was looked at")
                .isFalse();
        assertThatExceptionOfType(TerminalFailure.class)
                .isThrownBy(() -> checks.run(asked(story.number(), "four", "viruses")))
                .withMessageStartingWith("Look at it: the check 'viruses' is none")
                .withMessageContaining("slipway.checks.viruses.command");
    }

    @Test
    void before_anything_lies_in_the_library_there_is_nothing_that_could_pass() throws Exception {
        Story story = bank.release("mara", "Looked at too early")
                .confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Check whole files"))
                .waitsAt("DraftPlan");
        assertThatExceptionOfType(TerminalFailure.class)
                .isThrownBy(() -> checks.run(asked(story.number(), "one", "clock")))
                .withMessageContaining("nothing of iban-check lies in the library yet");
    }

    @Test
    void a_check_that_the_operator_does_not_allow_is_refused_with_those_that_are() {
        assertThat(models.enter(drawn("viruses")))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .extracting(Finding::toString)
                                .asString()
                                .startsWith(MODEL + ", serviceTask 'Task_Check': cannot run: the check 'viruses'")
                                .contains("which are clock, licences, wordy")
                                .endsWith("[check-allowed]"));
    }

    private static Checks.Asked asked(ReleaseNumber release, String key, String check) {
        return new Checks.Asked("own-" + release + "-" + key, release, "Look at it", check, Optional.empty());
    }

    private static Map<String, String> drawn(String check) {
        Map<String, String> models = new TreeMap<>(ModelSet.shipped().files());
        models.compute(
                MODEL,
                (file, text) -> Objects.requireNonNull(text)
                        .replace(
                                "sourceRef=\"Gateway_Stored\" targetRef=\"Task_AttestScan\"",
                                "sourceRef=\"Gateway_Stored\" targetRef=\"Task_Check\"")
                        .replace("<bpmn:userTask id=\"Task_AttestScan\"", """
                                <bpmn:serviceTask id="Task_Check" name="Check licences" camunda:type="external"
                                    camunda:topic="check">
                                  <bpmn:extensionElements><camunda:properties>
                                    <camunda:property name="check" value="%s" />
                                  </camunda:properties></bpmn:extensionElements>
                                </bpmn:serviceTask>
                                <bpmn:sequenceFlow id="Flow_Checked" sourceRef="Task_Check" targetRef="Gateway_Free" />
                                <bpmn:exclusiveGateway id="Gateway_Free" name="Free?" default="Flow_NotFree" />
                                <bpmn:sequenceFlow id="Flow_Free" sourceRef="Gateway_Free" targetRef="Task_AttestScan">
                                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${%sCheck == 'PASSED'}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow>
                                <bpmn:sequenceFlow id="Flow_NotFree" sourceRef="Gateway_Free"
                                    targetRef="Event_Refused" />
                                <bpmn:userTask id="Task_AttestScan\"""".formatted(check, check)));
        return models;
    }
}
