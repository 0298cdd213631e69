package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.build.git.RawCommits;
import slipway.cmdb.Unit;
import slipway.release.Offers;
import slipway.release.Offers.Pinned;
import slipway.shared.UnitId;
import slipway.testing.TourSources;

class SourceOffersTest extends BuildStory {
    private static final UnitId DIRECTORY = new UnitId("delivered-directory");

    private String refusal(UnitId unit, String source) {
        Offers.Unpinnable none = (Offers.Unpinnable) offers.pin(unit, source);
        return none.refusal().rule() + ": " + none.refusal().reason();
    }

    private Path november() throws IOException {
        VendorDesk desk = VendorDesk.ed25519(folder.resolve("vendor"));
        cmdb.registerUnit(new Unit.Software(DIRECTORY, "Directory", desk.vendor()));
        desk.deliver("2026.9", Map.of("codes", "08100"));
        return desk.deliver("2026.11", Map.of("codes", "08101"));
    }

    @Test
    void a_repository_offers_its_tags_and_a_tag_is_pinned_to_its_commit() throws IOException {
        Path bare = repository(
                TourSources.commit("v1.1.0", "ben", Map.of()), TourSources.commit("nightly", "ben", Map.of("x", "y")));

        assertThat(offers.of(PROGRAM)).contains("v1.0.0", "v1.1.0", "nightly");
        assertThat(offers.pin(PROGRAM, "v1.1.0"))
                .isEqualTo(new Pinned(
                        Files.readString(bare.resolve("refs/tags/v1.1.0")).strip(), "1.1.0"));
        assertThat(refusal(PROGRAM, "v9")).isEqualTo("unknown-tag: the sources of built-program have no tag 'v9'");
        assertThat(refusal(PROGRAM, "nightly")).startsWith("tag-without-version: tag 'nightly' names no version");
    }

    @Test
    void a_vendor_offers_what_it_delivered_and_a_delivery_is_pinned_to_all_its_files() throws IOException {
        Path november = november();

        assertThat(offers.of(DIRECTORY)).containsExactly("2026.11", "2026.9");
        Pinned before = (Pinned) offers.pin(DIRECTORY, "2026.11");
        assertThat(before.version()).isEqualTo("2026.11");
        Files.writeString(november.resolve("SHA256SUMS"), "# other papers\n");
        assertThat(offers.pin(DIRECTORY, "2026.11")).isEqualTo(before);
        Files.writeString(november.resolve("codes"), "08102");
        assertThat(offers.pin(DIRECTORY, "2026.11")).isNotEqualTo(before);
        assertThat(refusal(DIRECTORY, "2026.12")).startsWith("unusable-delivery: there is no delivery '2026.12'");
        Files.createSymbolicLink(november.resolve("link"), Path.of("codes"));
        assertThat(refusal(DIRECTORY, "2026.11")).startsWith("unusable-delivery: 'link' is a link");
    }

    @Test
    void sources_that_cannot_be_read_offer_nothing_and_say_why_when_they_are_chosen() {
        cmdb.registerUnit(new Unit.Software(
                PROGRAM,
                "Built program",
                new Unit.Repository(folder.resolve("nowhere").toString())));

        assertThat(offers.of(PROGRAM)).isEmpty();
        assertThat(refusal(PROGRAM, "v1.1.0"))
                .startsWith("unusable-repository: ")
                .contains("is no Git repository");
    }

    @Test
    void hostile_sources_are_not_planned() throws IOException {
        Path bare = folder.resolve("hostile.git");
        try (RawCommits git = new RawCommits(bare)) {
            RawCommits.Tree tree = git.tree()
                    .add(RawCommits.LINK, "w", git.blob("/etc"))
                    .add(RawCommits.FOLDER, "w", git.tree().id());
            git.tag("v1.1.0", git.commit(tree.id()));
        }
        cmdb.registerUnit(new Unit.Software(PROGRAM, "Built program", new Unit.Repository(bare.toString())));

        assertThat(refusal(PROGRAM, "v1.1.0"))
                .startsWith("unsafe-sources: of commit ")
                .endsWith("'w' stands twice in one folder; in the sources rename one of them and give them a new tag");
    }
}
