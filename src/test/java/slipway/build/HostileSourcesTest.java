package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import slipway.build.git.RawCommits;
import slipway.build.port.SourceRepository;
import slipway.testing.Seeds;

/**
 * Whatever a commit holds, it is either refused in words, or exactly its files come; around the workspace nothing
 * changes. A thousand seeded commits in every run of the tests, as many as {@code slipway.hostile.trees} says else.
 */
@SpringJUnitConfig(SourceDesk.Setup.class)
@TestPropertySource(properties = {"slipway.source.files=300", "slipway.source.size=1MB"})
class HostileSourcesTest {
    private static final int TREES = trees();
    private static final int BATCH = 100;
    private static final long FIRST = Seeds.of("slipway.hostile.seed");

    @Autowired
    SourceRepository sources;

    @Autowired
    SourceArchives archives;

    @TempDir
    Path folder;

    private static int trees() {
        String given = System.getProperty("slipway.hostile.trees", "");
        return given.isBlank() ? 1000 : Integer.parseInt(given);
    }

    @Test
    void whatever_a_commit_holds_nothing_around_the_workspace_changes() throws Exception {
        SourceDesk desk = new SourceDesk(folder.resolve("machine"), sources, archives);
        Path repository = folder.resolve("hostile.git");
        Map<String, String> around = desk.surroundings();
        int refused = 0;
        try (RawCommits git = new RawCommits(repository)) {
            for (int made = 0; made < TREES; made += BATCH) {
                var commits = HostileTrees.make(git, desk.beside(), FIRST + made, Math.min(BATCH, TREES - made));
                for (var each : commits.entrySet()) {
                    Optional<String> refusal =
                            desk.bring(repository, each.getValue().commit());
                    assertThat(desk.surroundings()).as("seed %s", each.getKey()).isEqualTo(around);
                    if (refusal.isPresent()) {
                        refused++;
                        refusedInWords(desk, each.getKey(), each.getValue(), refusal.get());
                    } else {
                        assertThat(desk.brought())
                                .as("seed %s", each.getKey())
                                .isEqualTo(expected(git, each.getValue().commit()));
                    }
                }
            }
        }
        assertThat(refused).as("of %s trees", TREES).isBetween(TREES / 4, TREES * 3 / 4);
    }

    private static void refusedInWords(SourceDesk desk, long seed, HostileTrees.Made made, String words) {
        assertThat(made.sound())
                .as("seed %s is sound and refused: %s", seed, words)
                .isFalse();
        assertThat(words)
                .as("seed %s", seed)
                .hasSizeLessThan(500)
                .contains("; ")
                .matches(line -> line.codePoints().noneMatch(Character::isISOControl));
        assertThat(desk.workspace()).as("seed %s", seed).doesNotExist();
        assertThat(desk.archive()).as("seed %s", seed).doesNotExist();
    }

    private static Map<String, String> expected(RawCommits git, String commit) throws Exception {
        Map<String, String> expected = new TreeMap<>();
        git.read(commit)
                .forEach((path, read) -> expected.put(
                        path,
                        read.mode() == RawCommits.LINK
                                ? SourceDesk.link(new String(read.content(), StandardCharsets.UTF_8))
                                : SourceDesk.file(read.content(), read.mode() == RawCommits.SCRIPT)));
        return expected;
    }
}
