package slipway.library.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.library.Library;
import slipway.library.Library.AlteredContent;
import slipway.library.Library.Holding;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PlainText;
import slipway.shared.UnitId;

/** The files of a revision, for whoever scans them before they are checked in. */
@RestController
class FilesApi {
    private static final int PLAIN = 0100644;
    private static final int EXECUTABLE = 0100755;

    private final Library library;

    FilesApi(Library library) {
        this.library = library;
    }

    /**
     * One ZIP with every file as it is recorded, below {@code files}, and what is kept with them below {@code kept}; 404
     * for what the library lacks. Each file is verified while it is read: for one that was altered 409, or an answer that
     * breaks off.
     */
    @GetMapping("/api/library/{unit}/{version}/files")
    @MayUse(Clearance.SCANS)
    void files(@PathVariable("unit") String unit, @PathVariable("version") String version, HttpServletResponse response)
            throws IOException {
        Holding holding = find(unit, version)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "The library has no version '" + PlainText.quoted(version) + "' of '" + PlainText.quoted(unit)
                                + "'."));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"files.zip\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Path folder = Files.createTempDirectory("slipway-files-");
        try {
            // Closed it would be whole for whoever opens it, also where a file is missing.
            ZipArchiveOutputStream zip = new ZipArchiveOutputStream(response.getOutputStream());
            for (Manifest.Entry entry : holding.manifest().entries()) {
                add(zip, "files/" + entry.path(), entry.digest(), entry.executable(), folder.resolve("next"));
            }
            for (Map.Entry<String, Digest> kept : holding.companions().entrySet()) {
                add(zip, "kept/" + kept.getKey(), kept.getValue(), false, folder.resolve("next"));
            }
            zip.finish();
        } finally {
            Files.deleteIfExists(folder.resolve("next"));
            Files.delete(folder);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException e) {
        return ResponseEntity.status(e.getStatusCode()).body(e.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> altered(AlteredContent e, HttpServletResponse response) throws AlteredContent {
        if (response.isCommitted()) {
            throw e;
        }
        response.reset();
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT,
                        "A file of this revision is not as it was recorded, so none is given; tell the configuration"
                                + " manager and an administrator."))
                .build();
    }

    private Optional<Holding> find(String unit, String version) {
        try {
            return library.of(new UnitId(unit)).stream()
                    .filter(holding -> holding.revision().version().equals(version))
                    .findFirst();
        } catch (IllegalArgumentException noUnit) {
            return Optional.empty();
        }
    }

    private void add(ZipArchiveOutputStream zip, String name, Digest digest, boolean executable, Path next)
            throws IOException {
        library.fetch(digest, next);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(executable ? EXECUTABLE : PLAIN);
        zip.putArchiveEntry(entry);
        Files.copy(next, zip);
        zip.closeArchiveEntry();
        Files.delete(next);
    }
}
