package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.UserTask.Recorded;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

/** Many complete one task at the same moment: one does it, and the others read what happened. */
@ProcessTest
class RacingTest {
    private static final int RACERS = 12;

    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private GuardedModel model;
    private Standing release;

    @BeforeEach
    void deploy() {
        model = GuardedModel.deployed(beans);
        model.decide.answer = Recorded.with("goNoGo", "GO");
        release = model.release();
    }

    @Test
    void one_of_many_at_once_completes_a_task_and_the_others_get_a_sentence() throws Exception {
        String task = release.decide();
        SystemScope.run(() -> engine.getTaskService().setAssignee(task, GuardedModel.CANDIDATE));
        int taken = model.decide.taken.size();

        List<HttpResponse<String>> answers = atOnce("/engine-rest/task/" + task + "/complete", """
                {"variables":{"decision":{"value":"APPROVE","type":"String"}}}""");

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 204)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404, 409))
                .noneSatisfy(answer -> assertThat(answer.body()).containsAnyOf("SQL", "ENGINE-03005", "ACT_"));
        assertThat(model.decide.taken).hasSizeGreaterThan(taken);
        assertThat(release.picture()).doesNotContain(task);
    }

    @Test
    void a_text_with_a_nul_is_refused_in_words_and_on_record_wherever_it_comes() {
        Visitor candidate = Visitor.program(port, GuardedModel.CANDIDATE, GuardedModel.PASSWORD);
        String task = release.decide();
        SystemScope.run(() -> engine.getTaskService().setAssignee(task, GuardedModel.CANDIDATE));
        long before = refusals();
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(candidate.post("/engine-rest/task/" + task + "/complete", """
                {"variables":{"decision":{"value":"APPROVE","type":"String"},
                 "note":{"value":"a\\u0000b","type":"String"}}}"""));
        answers.add(candidate.post("/engine-rest/task/" + task + "/complete", """
                {"variables":{"a\\u0000b":{"value":"x","type":"String"}}}"""));
        answers.add(candidate.post("/engine-rest/task/" + task + "/bpmnError", """
                {"errorCode":"a\\u0000b"}"""));
        answers.add(candidate.post("/engine-rest/task/" + task + "/assignee", """
                {"userId":"a\\u0000b"}"""));
        answers.add(candidate.put("/engine-rest/job/suspended", """
                {"suspended":true,"processInstanceId":"a\\u0000b"}"""));

        assertThat(answers.getFirst().body()).contains("plain-text", "note");
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404));
        assertThat(refusals()).isEqualTo(before + answers.size());
    }

    private long refusals() {
        return jdbc.sql("select count(*) from slipway.refusal")
                .query(Long.class)
                .single();
    }

    private List<HttpResponse<String>> atOnce(String path, String body) throws Exception {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        try (ExecutorService racers = Executors.newFixedThreadPool(RACERS)) {
            List<Future<HttpResponse<String>>> running = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                Visitor visitor = Visitor.program(port, GuardedModel.CANDIDATE, GuardedModel.PASSWORD);
                running.add(racers.submit(() -> {
                    start.await();
                    return visitor.post(path, body);
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
