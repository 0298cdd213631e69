package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static slipway.rollout.RolloutWorld.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.cmdb.Cmdb;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.RolloutWorld;
import slipway.rollout.Rollouts;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

class AuditTest {
    private static final Actor ANNA = new Actor("anna");

    @TempDir
    Path folder;

    private RolloutWorld world;

    @BeforeEach
    void open() throws IOException {
        for (String site : List.of("basel", "oslo", "quito")) {
            Files.createDirectories(folder.resolve("sites").resolve(site));
        }
        world = new RolloutWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_altered_file_is_found_and_named_and_bars_the_signature() throws IOException {
        ReleaseNumber release = world.prepared("basel", "oslo quito");
        Path notes = world.place("oslo").resolve("releases/baseline/notes.txt");
        Files.writeString(notes, "forged");
        look(release, Phase.BEFORE);

        assertThat(audits().latest(release, Phase.BEFORE).orElseThrow().findings())
                .containsExactly(new Finding(
                        world.id("oslo"),
                        FindingKind.ALTERED,
                        "notes.txt",
                        Digest.of("first").hex(),
                        Digest.of("forged").hex()));
        assertThat(observed("oslo").version()).isEqualTo("1.0.0");
        assertThat(observed("oslo")).isNotEqualTo(observed("basel"));
        assertThat(audits().sign(release, Phase.BEFORE, ANNA, "")).isInstanceOfSatisfying(Result.Refused.class, no -> {
            assertThat(no.refusal().rule()).isEqualTo("findings-open");
            assertThat(no.refusal().reason()).contains("notes.txt");
        });
        assertRefused(audits().record(release, Phase.BEFORE));
        done(audits().sendBack(release, Phase.BEFORE, ANNA, ""));
        Files.writeString(notes, "first");
        done(audits().remediated(release, Phase.BEFORE, new Actor("dana"), "file put back"));
        assertRefused(audits().record(release, Phase.BEFORE));
        world.audit(release, Phase.BEFORE);
        assertThat(state(release)).isEqualTo(ReleaseState.PRE_AUDITED);
        assertThat(observed("oslo")).isEqualTo(observed("basel"));
    }

    @Test
    void a_signature_holds_for_the_newest_inventory_only() {
        ReleaseNumber release = world.prepared("basel", "oslo quito");
        look(release, Phase.BEFORE);
        done(audits().sign(release, Phase.BEFORE, ANNA, ""));
        look(release, Phase.BEFORE);
        assertRefused(audits().record(release, Phase.BEFORE));
        assertThat(state(release)).isEqualTo(ReleaseState.PREPARED);
    }

    @Test
    void nobody_signs_what_nobody_saw() {
        ReleaseNumber release = world.prepared("basel", "oslo quito");
        done(audits().order(release, Phase.BEFORE));
        assertThat(audits().sign(release, Phase.BEFORE, ANNA, ""))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("nothing-seen"));
        assertRefused(audits().order(release, Phase.AFTER));
    }

    @Test
    void missing_unknown_and_odd_files_are_told_apart() throws IOException {
        ReleaseNumber release = world.prepared("basel", "oslo quito");
        Path baseline = world.place("basel").resolve("releases/baseline");
        Files.delete(baseline.resolve("notes.txt"));
        Files.writeString(baseline.resolve("extra.sh"), "rm");
        Files.createSymbolicLink(baseline.resolve("link"), Path.of("/etc"));
        Files.delete(world.place("quito").resolve("current"));
        Files.delete(world.place("oslo").resolve("current"));
        Files.createSymbolicLink(world.place("oslo").resolve("current"), Path.of("/etc"));
        look(release, Phase.BEFORE);

        assertThat(audits().latest(release, Phase.BEFORE).orElseThrow().findings())
                .extracting(finding -> finding.site() + " " + finding.kind() + " " + finding.path())
                .containsExactlyInAnyOrder(
                        world.id("basel") + " MISSING notes.txt",
                        world.id("basel") + " UNKNOWN extra.sh",
                        world.id("basel") + " UNKNOWN link",
                        world.id("oslo") + " MISSING .",
                        world.id("quito") + " MISSING .");
    }

    @Test
    void after_the_rollout_a_site_on_the_old_revision_was_reverted() throws IOException {
        ReleaseNumber release = world.started("basel oslo quito");
        assertThat(world.wave(release, 1)).isInstanceOf(Rollouts.Passed.class);
        done(world.the(Rollouts.class).finish(release));
        relink("basel", "baseline");
        look(release, Phase.AFTER);
        assertThat(audits().latest(release, Phase.AFTER).orElseThrow().findings())
                .extracting(Finding::site, Finding::kind)
                .containsExactly(tuple(world.id("basel"), FindingKind.REVERTED));
        assertThat(world.the(AuditedAfter.class).unmet(world.the(Releases.class).get(release)))
                .isPresent();
        relink("basel", release.value());
        world.audit(release, Phase.AFTER);
        assertThat(state(release)).isEqualTo(ReleaseState.POST_AUDITED);
        assertThat(world.the(AuditedAfter.class).unmet(world.the(Releases.class).get(release)))
                .isEmpty();
    }

    private void relink(String site, String name) throws IOException {
        Files.delete(world.place(site).resolve("current"));
        Files.createSymbolicLink(world.place(site).resolve("current"), Path.of("releases", name));
    }

    private void look(ReleaseNumber release, Phase phase) {
        done(audits().order(release, phase));
        audits().keep(audits().collect(release, phase));
    }

    private Audits audits() {
        return world.the(Audits.class);
    }

    private ReleaseState state(ReleaseNumber release) {
        return world.the(Releases.class).get(release).state();
    }

    private UnitRevision observed(String site) {
        return world.the(Cmdb.class)
                .find(world.id(site), world.unit)
                .flatMap(record -> Optional.ofNullable(record.observed()))
                .orElseThrow();
    }

    private static void assertRefused(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
    }
}
