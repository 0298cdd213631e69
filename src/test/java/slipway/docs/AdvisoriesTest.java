package slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A position on what is known of a library holds for one version of it. */
class AdvisoriesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+-\\d[\\w.]*)` \\|");

    @Test
    void each_position_is_on_the_version_that_is_there() {
        List<String> rows = libraries(Pages.ofProject().page("docs/security.md").text());

        assertThat(rows).hasSizeGreaterThan(5).isSubsetOf(onClassPath());
        assertThat(libraries("| `tomcat-embed-core-1.0` | x |")).containsExactly("tomcat-embed-core-1.0");
        assertThat(onClassPath()).doesNotContain("tomcat-embed-core-1.0");
    }

    private static List<String> libraries(String page) {
        return ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    private static List<String> onClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(path -> new File(path).getName().replaceFirst("\\.jar$", ""))
                .toList();
    }
}
