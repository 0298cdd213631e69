package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FolderWalkTest {
    private static final TreeLimits MOST = new OutputSettings(10, DataSize.ofKilobytes(3)).within(TreeRulesTest.SHAPE);

    @TempDir
    Path folder;

    @Test
    void what_cannot_be_looked_into_bars_all_of_it() throws Exception {
        FolderWalk.Found found =
                FolderWalk.of(folder.resolve("gone"), MOST, (rules, path, attributes) -> Optional.empty());

        assertThat(found.files()).isEmpty();
        assertThat(found.fault()).map(TreeFault::wrong).contains("cannot be looked into");
    }
}
