package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import slipway.build.git.PackedFiles;
import slipway.shared.ReleaseNumber;
import slipway.testing.PlannedReleases;
import slipway.testing.ProcessTest;
import slipway.testing.TourSources;

@ProcessTest
class TourBaselineTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Builds builds;

    @Test
    void the_baseline_that_ships_is_what_the_sandboxed_build_of_its_tag_gives() throws Exception {
        ReleaseNumber release = new PlannedReleases(context)
                .planned("tour-baseline", "v1.0.0", TourSources.commit("v1.1.0", "ben", Map.of()));
        Build order = builds.order(release);
        Build build = builds.record(order.key(), builds.run(order.key()));

        assertThat(build.made())
                .isEqualTo(PackedFiles.onClasspath("tour/iban-check/baseline-1.0.0")
                        .manifest());
    }
}
