package slipway.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import slipway.library.Library;

/** Removes what builds wrote here once it is on record what became of them; only their logs are kept. */
@Component
class Remains {
    private final BuildFolders folders;
    private final BuildRows rows;
    private final Library library;

    Remains(BuildFolders folders, BuildRows rows, Library library) {
        this.folders = folders;
        this.rows = rows;
        this.library = library;
    }

    /** Removes them when the transaction has put it on record, and not before: undone, the work is done again. */
    void recorded(String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remove(key);
            }
        });
    }

    /** Removes what a Slipway left that ended between the record and the removal. */
    @EventListener(ApplicationStartedEvent.class)
    void leftBehind() throws IOException {
        try (Stream<Path> kept = Files.list(folders.all())) {
            List<String> keys =
                    kept.map(folder -> folder.getFileName().toString()).toList();
            keys.stream()
                    .filter(key -> rows.find(key).filter(this::isRecorded).isPresent())
                    .forEach(this::remove);
        }
    }

    private boolean isRecorded(Build build) {
        return switch (build.state()) {
            case ORDERED, RUNNING -> false;
            case FAILED -> true;
            case PASSED ->
                !build.problem().isEmpty() || library.find(build.revision()).isPresent();
        };
    }

    private void remove(String key) {
        try {
            Scratch.wipe(folders.workspace(key));
            Files.deleteIfExists(folders.archive(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove what the build " + key + " left", e);
        }
    }
}
