package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.build.PartsChapter.Artefact;
import slipway.build.PartsChapter.Made;
import slipway.release.ReleaseState;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.testing.TourSources;

class PartsSourceTest extends BuildStory {
    @Autowired
    PartsSource chapters;

    private Made made(PartId part) {
        return chapters.of(part.release()).parts().getFirst();
    }

    @Test
    void a_draft_has_no_parts_yet() {
        ReleaseNumber draft = releases.draft(RITA, "Faster", "Customers wait");
        assertThat(chapters.of(draft)).isEqualTo(new PartsChapter(List.of(), List.of()));
    }

    @Test
    void a_part_is_told_from_its_plan_to_the_library() throws Exception {
        repository(TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        assertThat(made(part).state()).isEqualTo("not begun");
        assertThat(made(part).how()).startsWith("built from ");
        assertThat(made(part).source()).isEqualTo("v1.1.0");
        assertThat(made(part).pin()).hasSize(40);

        Build build = built(part);
        assertThat(made(part).state()).isEqualTo("passed");
        assertThat(made(part).digest()).contains(build.revision().digest());
        assertThat(made(part).library()).isEqualTo("not in the library");
        assertThat(chapters.of(part.release()).artefacts()).isEmpty();

        checkedIn(part);
        assertThat(made(part).library()).isEqualTo("checked in");
        assertThat(chapters.of(part.release()).artefacts())
                .extracting(Artefact::path)
                .contains("VERSION", "bin/iban-check");
        library.recall(build.revision(), SOFIA, "it loses money");
        assertThat(made(part).library()).isEqualTo("checked in, recalled");
    }

    @Test
    void why_a_part_is_made_again_is_told() throws Exception {
        repository(
                TourSources.commit("v1.1.0", "ben", Map.of("build.sh", "#!/bin/sh\nexit 4\n")),
                TourSources.commit("v1.1.1", "ben", Map.of()));
        PartId part = inBuild("v1.1.0");
        built(part);
        assertThat(made(part).state()).isEqualTo("failed");
        assertThat(made(part).problem()).contains("exit code 4");

        done(builds.repair(part, BEN, "v1.1.1", Builds.Cause.PRODUCT, "mended"));
        built(part);
        checkedIn(part);
        done(checkIns.conclude(part.release()));
        done(releases.rework(part, "the report is slow"));
        done(releases.move(part.release(), ReleaseState.IN_BUILD));
        assertThat(made(part).problem()).isEqualTo("the report is slow");
    }
}
