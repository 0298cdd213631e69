package slipway.engine.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/access.md}: what each address says to each kind of people, as it answered. */
final class AccessPage {
    static final Path PAGE = Path.of("docs/access.md");

    private static final String INTRODUCTION = """
            # Who may read what

            What each address answers to somebody who belongs to one role only, asked of a running Slipway by a test; `make docs` writes this page. Everybody with a role reads how a release stands (`/api/releases`) and their own tasks. What people decided and found, with their names and reasons, is for those who decide, check and answer, and for whoever requested the release. What the engine keeps of all processes, on both mounts, `/engine-rest` and `/camunda/api/engine/engine/default`, is for those who follow the whole process: sponsor, release process owner, release and change manager, auditor; they also read every chapter of a release. What is not in a list is not shown by its id either. Builds and their logs are for those who make, check and answer for them, sites for those who work there; accounts and figures of the installation are for administrators.

            **all**: what administrators see · **own**: their part of it · **none**: an empty answer · **no**: refused in words · **log in**: refused until then.

            """;

    private AccessPage() {}

    /** {@code answers}: by address, the answer to each of the people. */
    static String text(List<String> people, Map<String, Map<String, String>> answers) {
        String head = "| Address | " + String.join(" | ", people) + " |\n";
        String line = "|---".repeat(people.size() + 1) + "|\n";
        return INTRODUCTION
                + head
                + line
                + answers.entrySet().stream()
                        .map(row -> "| `" + row.getKey() + "` | "
                                + people.stream()
                                        .map(person -> row.getValue().get(person))
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }
}
