package slipway.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.library.Library;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.ProcessTest;

@ProcessTest
class FilesApiTest {
    private static final UnitId UNIT = new UnitId("files-to-scan");
    private static final String PASSWORD = "Correct-Horse-42!";

    @Autowired
    Library library;

    @Autowired
    Cmdb cmdb;

    @Autowired
    Organisation organisation;

    @Autowired
    TestRestTemplate http;

    @Autowired
    DataFolder data;

    @TempDir
    Path folder;

    @BeforeEach
    void hire() throws IOException {
        organisation.hire(person("scans", "security-officer"), PASSWORD);
        organisation.hire(person("builds", "build-engineer"), PASSWORD);
        cmdb.registerUnit(new Unit.Software(UNIT, "Files", new Unit.Repository("repositories/files.git")));
        if (library.of(UNIT).stream()
                .noneMatch(holding -> holding.revision().version().equals("1.1.0"))) {
            Digest check = stored("#!/bin/sh");
            Manifest manifest = new Manifest(List.of(
                    new Manifest.Entry("bin/check", check, 9, true),
                    new Manifest.Entry("notes.txt", stored("notes"), 5, false)));
            library.propose(
                    new UnitRevision(UNIT, "1.1.0", manifest.digest()), manifest, Map.of("sources", check), null);
        }
    }

    @Test
    void who_scans_fetches_every_file_before_it_is_scanned_and_nobody_else_does() throws IOException {
        ResponseEntity<byte[]> answer = get("scans", "/api/library/files-to-scan/1.1.0/files");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(unpacked(answer.getBody()))
                .containsOnly(
                        Map.entry("files/bin/check", "#!/bin/sh"),
                        Map.entry("files/notes.txt", "notes"),
                        Map.entry("kept/sources", "#!/bin/sh"));

        assertThat(get("builds", "/api/library/files-to-scan/1.1.0/files").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get("scans", "/api/library/files-to-scan/\u202e1/files").getBody())
                .asString(StandardCharsets.UTF_8)
                .contains("no version 'U+202E1' of 'files-to-scan'");
        for (String nothing : List.of("files-to-scan/1.1.1", "nowhere/1.1.0", "A B/1.1.0")) {
            assertThat(get("scans", "/api/library/" + nothing + "/files").getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void nobody_opens_an_archive_in_which_a_file_is_missing_that_was_altered() throws IOException {
        Digest altered = stored("scan me as I was");
        Manifest manifest = new Manifest(List.of(
                new Manifest.Entry("a", stored("untouched"), 9, false), new Manifest.Entry("b", altered, 16, false)));
        library.propose(new UnitRevision(UNIT, "1.2.0", manifest.digest()), manifest, Map.of(), null);
        Path content = data.sub("library").resolve("contents/" + altered.hex().substring(0, 2) + "/" + altered.hex());
        Files.delete(content);
        Files.writeString(content, "and not as I am");

        ResponseEntity<byte[]> answer = get("scans", "/api/library/files-to-scan/1.2.0/files");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
                .startsWith("{")
                .contains("not as it was recorded");
        Files.delete(content);
    }

    private static Person person(String id, String group) {
        return new Person(new Actor(id), "Somebody who " + id, id + "@alpenbank.example", Set.of(group));
    }

    private Digest stored(String text) throws IOException {
        return library.store(Files.writeString(folder.resolve("file"), text));
    }

    private ResponseEntity<byte[]> get(String who, String path) {
        return http.withBasicAuth(who, PASSWORD).getForEntity(path, byte[].class);
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
