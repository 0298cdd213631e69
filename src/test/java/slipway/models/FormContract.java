package slipway.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields that the bean behind each form reads; required whenever they are shown: with *. */
final class FormContract {
    private static final String FIELDS = """
            accept-for-business      | decision* again opinion*
            judge-tests              | decision* reason
            give-go-no-go            | decision* reason
            remediate-findings       | remark*
            sign-audit               | decision* remarks
            answer-for-authors       | outside domains theirs account remark
            answer-for-delivery      | delivery* remark*
            attest-scan              | verdict* scanner* sameDigests* remark
            repair-build             | tag* cause* remark*
            confirm-readiness        | ready* trained reason
            approve-baseline         | decision* reason
            draft-plan               | objective1* objective2 objective3 critical1 critical2 critical3 measured1 measured2 measured3 start* end* backoutMinutes* pointOfNoReturn*
            confirm-scope            | decision* reason* rfcs* parts* sites
            start-release            | title* purpose*
            clear-closing            | remark*
            record-lessons           | lessons*
            review-release           | conclusion*
            score-objectives         | score1* score2* score3* later1* later2* later3* remark
            review-benefits          | result* remark*
            arrange-waves            | waves decision reason
            decide-on-paused-rollout | decision* reason* removingRfcs
            repair-site              | remark*
            stop-rollout             | release* reason*
            report-serious-incident  | release* incident* what*
            cancel-release           | release* reason*
            reschedule-release       | release* to* reason*
            withdraw-rfc             | rfc* status* reason*
            recall-revision          | unit* version* reason*
            do-work-by-hand          | manifest outcome* inventory* remark
            """;

    private FormContract() {}

    static Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new TreeMap<>();
        FIELDS.lines()
                .map(line -> line.split("\\|", -1))
                .forEach(cells ->
                        fields.put(cells[0].strip(), List.of(cells[1].strip().split(" +"))));
        return fields;
    }
}
