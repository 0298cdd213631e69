package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import slipway.build.git.GitRepositories;
import slipway.build.git.GitRepositories.Commit;
import slipway.build.git.PackedFiles;
import slipway.build.port.BuildTool;
import slipway.cmdb.Unit;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.UnitId;

/** What the tour ships is what building and inspecting it gives. */
class TourBaselineTest extends BuildStory {
    @Autowired
    BuildTool tool;

    private Build built(String program, String version) throws Exception {
        UnitId unit = new UnitId("tour-" + program);
        Path bare = folder.resolve(program + "-" + version + ".git");
        GitRepositories.create(
                bare,
                List.of(new Commit(
                        "v" + version,
                        "Release " + version,
                        "Ben Bucher",
                        "ben@alpenbank.example",
                        Instant.EPOCH,
                        PackedFiles.onClasspath("tour/" + program + "/" + version)
                                .contents())));
        cmdb.registerUnit(new Unit.Software(unit, program, new Unit.Repository(bare.toString())));
        PartId part = inBuild(Map.of(unit, "v" + version)).getFirst();
        Build build = built(part);
        cancel(part);
        assertThat(build.state()).as(build.problem() + build.logTail()).isEqualTo(Build.State.PASSED);
        return build;
    }

    private Path output(Build build) {
        return builds.log(build.key()).resolveSibling("workspace").resolve("dist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iban-check", "payment-file"})
    void the_baseline_that_ships_is_what_the_sandboxed_build_of_its_tag_gives(String program) throws Exception {
        assertThat(built(program, "1.0.0").made())
                .isEqualTo(PackedFiles.onClasspath("tour/" + program + "/baseline-1.0.0")
                        .manifest());
    }

    @Test
    void payment_file_passes_its_acceptance_with_the_iban_check_that_it_requires_and_fails_with_the_former()
            throws Exception {
        Path payments = output(built("payment-file", "1.1.0"));
        assertThat(accepted(payments, output(built("iban-check", "1.1.0")))).isZero();
        assertThat(accepted(payments, output(built("iban-check", "1.0.0")))).isNotZero();
    }

    private int accepted(Path installation, Path ibanCheck) throws Exception {
        Path sources = Files.createTempDirectory(folder, "acceptance").resolve("sources");
        PackedFiles.onClasspath("tour/payment-file/1.1.0").writeTo(sources);
        opened(sources);
        BuildTool.Outcome outcome = tool.run(new BuildTool.Job(
                Recipe.in(sources).test(),
                sources,
                Map.of("VERSION", "1.1.0"),
                Map.of("INSTALLATION", installation, "IBAN_CHECK", ibanCheck),
                sources.resolveSibling("log"),
                line -> {}));
        return ((BuildTool.Ended) outcome).exitCode();
    }

    /** As they would be unpacked: what ships is written for its owner only, and the job is another user. */
    private static void opened(Path sources) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path each : all.toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.10", "2026.11"})
    void every_delivery_that_ships_is_complete_and_signed_with_the_key_that_ships(String version) throws Exception {
        Path delivery = folder.resolve(version);
        PackedFiles.onClasspath("tour/bank-directory/" + version).writeTo(delivery);
        Manifest manifest = new DeliveredFiles(
                        delivery, new DeliverySettings(10, DataSize.ofMegabytes(1)).within(TreeRulesTest.SHAPE))
                .manifest();
        String key = new String(
                PackedFiles.onClasspath("tour/bank-directory")
                        .contents()
                        .getOrDefault("clearing-house.pem", new byte[0]),
                StandardCharsets.UTF_8);

        assertThat(Papers.in(delivery).vouchFor(manifest, new Unit.Vendor("Clearing House AG", "", key)))
                .isEqualTo("the signature of Clearing House AG (Ed25519)");
    }

    @Test
    void deliveries_ship_without_the_key_that_signed_them() throws Exception {
        List<String> privateKeys = new ArrayList<>();
        PackedFiles.onClasspath("tour").contents().forEach((path, content) -> {
            if (new String(content, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
                privateKeys.add(path + " " + Digest.of(content));
            }
        });
        assertThat(privateKeys).isEmpty();
    }
}
