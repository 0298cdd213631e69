package slipway.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.build.Builds;
import slipway.build.Scratch;
import slipway.build.SourceArchives;
import slipway.build.SourceSettings;
import slipway.build.TreeSettings;
import slipway.build.sandbox.SandboxSettings;
import slipway.cmdb.Unit;
import slipway.library.Library.State;
import slipway.release.PartScope;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Scope;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.InsideStory;

/** How a release of some revisions gets into its tests, which run in the real sandbox. */
@ContextConfiguration(classes = AcceptanceStory.Setup.class)
abstract class AcceptanceStory extends InsideStory {
    static final UnitId FILES = new UnitId("inside-files");
    static final UnitId CODES = new UnitId("inside-codes");
    private static final String RECIPE = "build=true\noutput=out\ntest=./acceptance.sh\n";

    @TempDir
    Path folder;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Trials trials;

    @Autowired
    PlayedDeliveries deliveries;

    @Autowired
    DataFolder data;

    /** The insides of acceptance, with the real sandbox and without building. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties({SandboxSettings.class, SourceSettings.class, TreeSettings.class})
    @Import(SourceArchives.class)
    @ComponentScan(
            basePackages = {"slipway.acceptance", "slipway.build.sandbox"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "slipway\\.acceptance\\.process\\..*"),
                @ComponentScan.Filter(TestConfiguration.class)
            })
    static class Setup {
        @Bean
        PlayedDeliveries deliveries() {
            return new PlayedDeliveries();
        }
    }

    @BeforeEach
    void three_units() throws IOException {
        deliveries.reset();
        // Releases of tests that were undone had the same numbers.
        Scratch.wipe(data.sub("test-environments"));
        cmdb.registerUnit(new Unit.Software(
                FILES, "Files", new Unit.Repository("repositories/files.git"), Map.of(UNIT, "1.0"), Set.of()));
        cmdb.registerUnit(new Unit.Software(CODES, "Codes", new Unit.Vendor("Clearing House AG", "/nowhere", "")));
    }

    /** A revision whose sources have that acceptance command. */
    UnitRevision built(UnitId unit, String version, State state, String command) throws IOException {
        Map<String, String> installed = Map.of("VERSION", version, "bin/run", "#!/bin/sh\necho " + version + "\n");
        return held(unit, version, state, installed, Map.of(Builds.SOURCES, sources(command)));
    }

    /** A revision that came with these files and no sources. */
    UnitRevision delivered(UnitId unit, String version, State state, Map<String, String> files) throws IOException {
        return held(unit, version, state, files, Map.of());
    }

    private UnitRevision held(
            UnitId unit, String version, State state, Map<String, String> files, Map<String, Digest> companions)
            throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean executable = file.getValue().startsWith("#!");
            entries.add(new Manifest.Entry(
                    file.getKey(), stored(file.getValue()), file.getValue().length(), executable));
        }
        Manifest manifest = new Manifest(entries);
        UnitRevision revision = new UnitRevision(unit, version, manifest.digest());
        done(library.propose(revision, manifest, companions, null));
        done(library.attestScan(revision, SOFIA, true, "clamd 1.4", ""));
        done(library.checkIn(revision));
        for (State next : List.of(State.TESTED, State.ACCEPTED)) {
            if (next.compareTo(state) <= 0) {
                done(library.advance(revision, next));
            }
        }
        return revision;
    }

    private Digest stored(String content) throws IOException {
        return library.store(Files.writeString(Files.createTempFile(folder, "file", ""), content));
    }

    private Digest sources(String command) throws IOException {
        Path archive = Files.createTempFile(folder, "sources", ".tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> file :
                    new TreeMap<>(Map.of("slipway.properties", RECIPE, "acceptance.sh", command)).entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setMode(0100755);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return library.store(archive);
    }

    /** A release of these checked-in revisions at the three sites, returning to what these run now, in its tests. */
    ReleaseNumber inTest(UnitRevision... made) {
        ReleaseNumber release = releases.draft(MARA, "Check faster", "Customers wait");
        List<PartScope> parts = Arrays.stream(made)
                .map(revision -> new PartScope(revision.unit(), "v" + revision.version()))
                .toList();
        done(releases.submit(release, new Scope(parts, Set.of(RFC), scope().sites()), ReleaseType.MINOR, policy));
        done(plans.draft(plan(release)));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        moved(release, ReleaseState.IN_BUILD);
        for (UnitRevision revision : made) {
            done(releases.ready(new PartId(release, revision.unit()), revision));
        }
        moved(release, ReleaseState.IN_TEST);
        return release;
    }

    /** Tries the part and keeps the findings; not through the facade, which leaves the transaction that is undone. */
    List<Finding> tried(PartId part, Trial trial) throws Exception {
        List<Finding> findings = trials.attempt(part, trial);
        acceptances.record(part, findings);
        return findings;
    }

    void triedAll(PartId part) throws Exception {
        for (Trial trial : Trial.values()) {
            tried(part, trial);
        }
    }

    Path environment(PartId part) throws IOException {
        return data.sub("test-environments")
                .resolve(part.release().value())
                .resolve(part.unit().value());
    }
}
