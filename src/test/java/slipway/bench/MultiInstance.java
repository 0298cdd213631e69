package slipway.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.transaction.PlatformTransactionManager;
import slipway.testing.WholeTree;

/** The same by BPMN alone: a parallel multi-instance whose every instance copies and hashes, and no rule. */
final class MultiInstance implements AutoCloseable {
    private static final String PROCESS = "PlainRollout";

    private final BenchBank bank;
    private final ProcessEngine engine;
    private volatile Path folder = Path.of("");
    private volatile CountDownLatch over = new CountDownLatch(1);

    MultiInstance(BenchBank bank) {
        this.bank = bank;
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bench");
        configuration.setDataSource(bank.source());
        configuration.setTransactionManager(bank.the(PlatformTransactionManager.class));
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(true);
        JavaDelegate install = this::install;
        JavaDelegate end = execution -> over.countDown();
        configuration.setBeans(Map.of("install", install, "end", end));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("plain.bpmn", model())
                .deploy();
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("install")
                .camundaDelegateExpression("${install}")
                .camundaAsyncBefore()
                .multiInstance()
                .parallel()
                .camundaCollection("sites")
                .camundaElementVariable("site")
                .multiInstanceDone()
                .serviceTask("end")
                .camundaDelegateExpression("${end}")
                .camundaAsyncBefore()
                .endEvent()
                .done();
    }

    private void install(DelegateExecution execution) throws IOException {
        Path target = folder.resolve("sites")
                .resolve(String.valueOf(execution.getVariable("site")))
                .resolve("new");
        try (Stream<Path> tree = Files.walk(folder.resolve("files"))) {
            for (Path each : tree.toList()) {
                Path copy = target.resolve(folder.resolve("files").relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                    sync(copy);
                }
            }
        }
        if (!WholeTree.of(target).equals(WholeTree.of(folder.resolve("files")))) {
            throw new IOException("the copy differs");
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    double seconds(int sites) throws IOException, InterruptedException {
        folder = Files.createTempDirectory(bank.folder("multi"), "instance-");
        BenchFiles.fill(folder.resolve("files"), RolloutBench.FILES, RolloutBench.BYTES, sites);
        over = new CountDownLatch(1);
        List<String> names = IntStream.range(0, sites).mapToObj(String::valueOf).toList();
        long began = System.nanoTime();
        engine.getRuntimeService().startProcessInstanceByKey(PROCESS, Map.of("sites", names));
        over.await();
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        engine.close();
    }
}
