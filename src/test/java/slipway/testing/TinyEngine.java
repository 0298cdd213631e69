package slipway.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A plain engine on the run's database for one model, without guard, gate and worker: for tests of what stands behind
 * the model alone. What it deployed is gone when it is closed.
 */
public final class TinyEngine implements AutoCloseable {
    private final HikariDataSource database;
    private final PlatformTransactionManager transactions;
    private final ProcessEngine engine;
    private final DeploymentWithDefinitions deployed;

    /** The models are files below the project's folder; the beans are those that they name. */
    public TinyEngine(Map<Object, Object> beans, String... models) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(TestDatabase.get().application());
        settings.setMaximumPoolSize(4);
        database = new HikariDataSource(settings);
        transactions = new JdbcTransactionManager(database);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("tiny-" + UUID.randomUUID());
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        DeploymentBuilder builder =
                engine.getRepositoryService().createDeployment().name("tiny");
        List.of(models).forEach(model -> builder.addInputStream(model, read(model)));
        deployed = builder.deployWithResult();
    }

    private static InputStream read(String model) {
        try {
            return Files.newInputStream(Path.of(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RuntimeService processes() {
        return engine.getRuntimeService();
    }

    public TaskService tasks() {
        return engine.getTaskService();
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /** Where an instance waits; empty when it is over. */
    public List<String> waitsAt(String instance) {
        return processes().createExecutionQuery().processInstanceId(instance).list().stream()
                .flatMap(execution -> processes().getActiveActivityIds(execution.getId()).stream())
                .distinct()
                .toList();
    }

    /** Ends every instance of what it deployed. */
    public void clear() {
        deployed.getDeployedProcessDefinitions()
                .forEach(definition -> processes()
                        .createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .list()
                        .forEach(instance -> processes().deleteProcessInstance(instance.getId(), "the test is over")));
    }

    @Override
    public void close() {
        engine.getRepositoryService().deleteDeployment(deployed.getId(), true);
        engine.close();
        database.close();
    }
}
