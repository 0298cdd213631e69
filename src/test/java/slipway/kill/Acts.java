package slipway.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who does which task of a thin release, and what they enter. */
final class Acts {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY_COORDINATOR = "";
    private static final Map<String, String> DOERS = Map.ofEntries(
            Map.entry("ConfirmScope", "rita"),
            Map.entry("DraftPlan", "rita"),
            Map.entry("ApproveBaseline", "carl"),
            Map.entry("AttestScan", "sofia"),
            Map.entry("JudgeTests", "tom"),
            Map.entry("AcceptForBusiness", "olga"),
            Map.entry("ArrangeWaves", "rita"),
            Map.entry("GiveGoNoGo", "carl"),
            Map.entry("ConfirmReadiness", ANY_COORDINATOR),
            Map.entry("SignAudit", "anna"),
            Map.entry("ScoreObjectives", "olga"),
            Map.entry("RecordLessons", "rita"),
            Map.entry("ReviewRelease", "carl"));
    private static final Set<String> COORDINATORS = Set.of("zoe", "nils");

    private Acts() {}

    static Set<String> people() {
        Set<String> people = new TreeSet<>(DOERS.values());
        people.remove(ANY_COORDINATOR);
        people.addAll(COORDINATORS);
        return people;
    }

    static boolean does(String person, String task) {
        String doer = DOERS.get(task);
        if (doer == null) {
            throw new IllegalStateException("A thin release has no task " + task);
        }
        return doer.equals(ANY_COORDINATOR) ? COORDINATORS.contains(person) : doer.equals(person);
    }

    /** What is entered in the form of that task. */
    static Map<String, Object> entries(String task, Delivery delivery) {
        return switch (task) {
            case "ConfirmScope" ->
                Map.of(
                        "decision",
                        "SUBMIT",
                        "rfcs",
                        delivery.rfcs(),
                        "parts",
                        List.of(delivery.unit() + "=" + delivery.source()));
            case "DraftPlan" -> plan();
            case "ApproveBaseline" -> Map.of("decision", "APPROVE");
            case "AttestScan" -> Map.of("verdict", "CLEAN", "scanner", "clamscan 1.4", "sameDigests", true);
            case "JudgeTests" -> Map.of("decision", "PASS", "reason", "Tried at a desk, too.");
            case "AcceptForBusiness" -> Map.of("decision", "ACCEPT", "opinion", "The tellers like it.");
            case "ArrangeWaves" -> Map.of("waves", "1: zurich\n2: new-york, singapore-dr");
            case "GiveGoNoGo" -> Map.of("decision", "GO", "reason", "Tests passed, sites are quiet.");
            case "ConfirmReadiness" -> Map.of("ready", "READY", "trained", true);
            case "SignAudit" -> Map.of("decision", "SIGN");
            case "ScoreObjectives" -> Map.of("score1", "MET");
            case "RecordLessons" -> Map.of("lessons", "A kill is survived.");
            case "ReviewRelease" -> Map.of("conclusion", "Went as planned.");
            default -> throw new IllegalStateException("A thin release has no task " + task);
        };
    }

    private static Map<String, Object> plan() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "objective1",
                "Ten thousand IBANs are checked in under a minute",
                "critical1",
                true,
                "start",
                start.toString(),
                "end",
                start.plus(Duration.ofHours(4)).toString(),
                "backoutMinutes",
                5,
                "pointOfNoReturn",
                "NONE");
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("No JSON: " + json, e);
        }
    }

    /** Entries as Tasklist submits them. */
    static String submission(Map<String, Object> entries) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        entries.forEach((name, value) -> {
            ObjectNode variable = variables.putObject(name);
            switch (value) {
                case List<?> list ->
                    variable.put("type", "Json")
                            .put("value", JSON.valueToTree(list).toString());
                case Boolean checked -> variable.put("type", "Boolean").put("value", checked);
                case Integer number -> variable.put("type", "Integer").put("value", number);
                default -> variable.put("type", "String").put("value", value.toString());
            }
        });
        return body.toString();
    }
}
