package slipway.testing;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The run's database inside a transaction that is undone after each test, so that no test sees another one's rows. */
public final class RolledBack implements BeforeEachCallback, AfterEachCallback {
    private final DataSource database = TestDatabase.get().application();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private @Nullable TransactionStatus status;

    public JdbcClient sql() {
        return JdbcClient.create(database);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        status = transactions.getTransaction(new DefaultTransactionDefinition());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (status != null) {
            transactions.rollback(status);
        }
    }
}
