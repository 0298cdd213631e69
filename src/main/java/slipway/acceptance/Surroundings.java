package slipway.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Brings what runs beside a part into its test environment, from the library. */
@Component
class Surroundings {
    private final Library library;
    private final Cmdb cmdb;

    Surroundings(Library library, Cmdb cmdb) {
        this.library = library;
        this.cmdb = cmdb;
    }

    Map<UnitId, Optional<UnitRevision>> of(Subject subject) {
        UnitId unit = subject.part().unit();
        Set<UnitId> required = cmdb.unit(unit).requires().keySet();
        return Neighbours.of(
                unit,
                subject.release().revisions(),
                required,
                required.stream().collect(Collectors.toMap(Function.identity(), cmdb::live)),
                subject.release().sites());
    }

    /** The folder of each by the variable through which a command finds it. */
    Map<String, Path> bring(Subject subject, Map<UnitId, Optional<UnitRevision>> beside) throws IOException {
        Path root = subject.environment().emptied("beside");
        Map<String, Path> folders = new HashMap<>();
        for (UnitRevision revision :
                beside.values().stream().flatMap(Optional::stream).toList()) {
            Path folder = root.resolve(revision.unit().value());
            library.materialise(Trials.held(library, revision), folder);
            folders.put(TestVariables.of(revision.unit()), folder);
        }
        return folders;
    }
}
