package slipway.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import slipway.runtime.database.Access;
import slipway.runtime.database.Schema;
import slipway.runtime.postgres.Binaries;

/** The database below our own data folder, when none is configured. */
final class KeptDatabase {
    private KeptDatabase() {}

    static Access prepare(DataDirectory data, Running running) {
        Path folder = data.root().resolve("postgres");
        try {
            OwnDatabase database = running.holds(
                    () -> OwnDatabase.start(folder, Binaries.in(folder), data.secrets(), List.of()),
                    OwnDatabase::close);
            new Revival(database.server()).watch();
            Schema.prepare(database.owner(), database.application());
            return database.application();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(
                    folder.toString(), "the one in " + data.secrets().file(""), e);
        }
    }
}
