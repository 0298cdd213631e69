package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @Test
    void a_refusal_in_words_stays_as_it_is() {
        Problem refused = new Problem("RestException", "Rule 'wrong-length': reason is too long; 200 are allowed");
        assertThat(answer(400, refused, true)).isEqualTo(new Answer(400, refused));
        Problem unseen = new Problem("InvalidRequestException", "No matching task with id 7");
        assertThat(answer(404, unseen, true)).isEqualTo(new Answer(404, unseen));
    }

    @Test
    void a_sentence_does_not_begin_with_what_nobody_knows() {
        String refusal = "rfcs-of-parts (field 'rfcs'): An RFC is of no part of the release: RFC-1.";
        for (String before : List.of(
                "Cannot submit task form 83b929f4-ebee-11f1-bd57-02fc00000001: ",
                "Cannot instantiate process definition ReportSeriousIncident:1:abeb7f3f-ebed: ")) {
            assertThat(answer(400, new Problem("RestException", before + refusal), true)
                            .problem()
                            .message())
                    .isEqualTo(refusal);
        }
    }

    @Test
    void who_loses_a_race_reads_what_happened() {
        Answer lost = answer(
                500,
                new Problem("OptimisticLockingException", "ENGINE-03005 Execution of 'DELETE TaskEntity[7]' failed."),
                true);
        Problem persistence = new Problem("ProcessEnginePersistenceException", "An exception occurred.");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.problem().message()).startsWith("changed-meanwhile: ");
        for (String code : new String[] {"40001", "40P01", "23505"}) {
            assertThat(Answer.of(500, persistence, new Answer.Failure(true, false, "", code), "4f2a")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(Answer.of(500, persistence, new Answer.Failure(true, false, "", "22021"), "4f2a")
                        .status())
                .isEqualTo(400);
        assertThat(Answer.of(500, persistence, new Answer.Failure(true, false, "", "57014"), "4f2a")
                        .status())
                .isEqualTo(503);
        assertThat(Answer.of(500, persistence, new Answer.Failure(true, false, "", "42601"), "4f2a")
                        .problem()
                        .message())
                .contains("ask with fewer");
        assertThat(Answer.of(500, persistence, new Answer.Failure(true, false, "", "XX000"), "4f2a")
                        .status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
    void whoever_asks_while_the_database_is_away_may_ask_again(String code) {
        Problem any = new Problem("ProcessEnginePersistenceException", "An exception occurred.");
        for (boolean inside : new boolean[] {true, false}) {
            Answer away = Answer.of(500, any, new Answer.Failure(inside, false, "", code), "4f2a");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.problem().message()).contains("repeat it if not");
        }
    }

    @Test
    void what_the_engine_forbids_is_no_failure_of_ours() {
        Problem wrapped = new Problem("RestException", "org.camunda.bpm.engine.AuthorizationException: The user with");
        assertThat(Answer.of(500, wrapped, new Answer.Failure(true, true, "", ""), "4f2a")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_weak_password_is_its_owner_s_to_change() {
        Answer weak = answer(500, new Problem("ProcessEngineException", "Password does not match policy"), true);
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.problem().message()).contains("ten characters");
    }

    @Test
    void what_is_not_there_is_not_found() {
        Answer unknown =
                answer(500, new Problem("NullValueException", "Cannot find task with id x: task is null"), true);
        assertThat(unknown.status()).isEqualTo(404);
        String unseen = "Cannot invoke \"org.camunda.bpm.engine.impl.persistence.entity.TaskEntity.getId()\" because"
                + " \"task\" is null";
        assertThat(answer(500, new Problem("NullPointerException", unseen), true)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_fails_while_the_request_is_read_is_its_caller_s_and_what_fails_inside_is_ours() {
        Problem pointer = new Problem("NullPointerException", "because \"dto\" is null");
        assertThat(answer(500, pointer, false).status()).isEqualTo(400);
        Answer ours = answer(500, pointer, true);
        assertThat(ours.status()).isEqualTo(500);
        assertThat(ours.problem().message()).contains("under 4f2a").doesNotContain("dto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot construct instance of `org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto`",
                "no value of type class java.lang.Integer",
                "### The error may involve defaultParameterMap",
                "select RES.* from ACT_RU_TASK RES where RES.ID_ = ?",
                "insert into ACT_HI_COMMENT values (1)",
                "jdbc:postgresql://127.0.0.1:5432/slipway refused",
                "/home/slipway/data/secrets/administrator could not be read",
                "/srv/slipway/postgres is away",
                "NullPointerException while reading",
                "",
            })
    void nothing_of_the_inside_is_told(String said) {
        Answer answer = answer(400, new Problem("InvalidRequestException", said), true);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().message()).startsWith("The request does not fit this address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rule 'not-a-group-member': 'mara' is in none of change-manager; ask one of them",
                "compare it with the REST reference of Camunda 7.",
                "Update the plan from Monday, and set dates",
                "iban-check 1.1.0 runs at zurich/main",
            })
    void our_own_sentences_tell_nothing(String said) {
        assertThat(Answer.tells(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duty: nobody here has the account 'anna.m.keller'; ask an administrator",
                "authors: people of yours have addresses at 'it.alpenbank.example'; say who they are",
                "delivery: there is no delivery '7' in '/data/inbox/card'; ask the vendor",
                "unit: it names 'lib/org.slf4j.api.jar'; leave it out",
            })
    void what_slipway_refused_is_told_whole_whatever_people_and_files_are_called(String refusal) {
        Problem said = new Problem("RestException", "Cannot complete task 83b929f4-ebee: " + refusal);
        Answer.Failure failure = new Answer.Failure(true, false, refusal, "");
        assertThat(Answer.of(400, said, failure, "4f2a").problem()).isEqualTo(new Problem("RestException", refusal));
        Problem other = new Problem("RestException", "select RES.* from ACT_RU_TASK RES");
        assertThat(Answer.of(400, other, failure, "4f2a").problem().message())
                .startsWith("The request does not fit this address");
    }

    @Test
    void however_long_a_text_is_it_is_looked_through() {
        String dotted = "a.".repeat(200_000) + "a";
        assertThat(Answer.tells("There is no " + dotted)).isTrue();
        assertThat(Answer.tells("There is no " + "a".repeat(200_000) + " and no " + "a. ".repeat(200_000)))
                .isFalse();
        assertThat(Answer.tells("of the package org.slipway.inside.")).isTrue();
        assertThat(Answer.tells("see www.x.")).isFalse();
    }

    @Test
    void a_kind_of_grant_that_does_not_exist_is_the_callers_fault_though_the_engine_says_otherwise() {
        assertThat(answer(500, new Problem("ProcessEngineException", "ENGINE-03025 Unrecognized type '9'"), true)
                        .status())
                .isEqualTo(400);
        assertThat(answer(500, new Problem("ProcessEngineException", "ENGINE-03026 Out of memory"), true)
                        .status())
                .isEqualTo(500);
    }

    private static Answer answer(int status, Problem said, boolean inside) {
        return Answer.of(status, said, new Answer.Failure(inside, false, "", ""), "4f2a");
    }
}
