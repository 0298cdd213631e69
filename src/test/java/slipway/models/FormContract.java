package slipway.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What passes between a form and the bean behind it: the fields it sends (required
 * whenever they are shown: with *) and the facts it shows.
 */
record FormContract(List<String> fields, List<String> facts) {
    private static final String CONTRACT = """
            start-release        | title* purpose* |
            confirm-scope        | decision* rfcs* unit* tag* | number title purpose approvedRfcs units tags refusal
            draft-plan           | objective1* objective2 objective3 start* end* backoutTarget* backoutMinutes* pointOfNoReturn* | number title type rfcs backoutTargets returned
            approve-baseline     | decision* reason | number title type requester unit tag rfcs objectives start end backoutTarget backoutMinutes pointOfNoReturn
            repair-build         | tag* cause* remark* | number title unit tag commit problem logTail tags
            attest-scan          | verdict* scanner* sameDigests* remark | number title unit version revisionDigest artefacts companions
            judge-tests          | decision* reason | number title unit version revisionDigest installResult testResult testLog rehearsalSeconds backoutMinutes rehearsalResult environmentDifferences
            accept-for-business  | decision* opinion* | number title purpose unit version revisionDigest rfcs objectives testResult testVerdict
            arrange-waves        | waves* decision reason | number title sites strategy thresholdPercent start end refusal waves
            give-go-no-go        | decision* reason | number title type requester unit version revisionDigest artefacts rfcs objectives tests testResult start end backoutTarget rehearsalSeconds waves conditions
            confirm-readiness    | ready* trained reason | number title unit version start end sites
            sign-audit           | decision* remarks | number title phase sites findings
            remediate-findings   | remark* | number title findings
            decide-on-paused-rollout | decision* reason* | number title why targets thresholdPercent options
            repair-site          | remark* | number title targets
            score-objectives     | score1* score2* score3* remark | number title goal1 goal2 goal3 results
            record-lessons       | lessons* | number title events
            review-release       | conclusion* | number title sites scores lessons
            clear-closing        | remark* | number title conditions
            """;

    static Map<String, FormContract> all() {
        Map<String, FormContract> contracts = new TreeMap<>();
        CONTRACT.lines()
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> contracts.put(cells[0].strip(), new FormContract(words(cells[1]), words(cells[2]))));
        return contracts;
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +"));
    }
}
