package slipway.engine.gate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.GenericApplicationContext;
import slipway.engine.Finding;

/**
 * Says of the models in a folder what the gate would say, without a database and without starting anything: {@code
 * bpmn/}, {@code dmn/} and {@code forms/} below the folder given, or below the one it is started in. With {@code
 * --contract} it prints what models may rely on instead.
 */
public final class ModelCheck {
    private ModelCheck() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    /** 0 = they may enter; 1 = something keeps them out. */
    static int run(List<String> arguments, PrintStream out) throws IOException {
        long begun = System.nanoTime();
        try (GenericApplicationContext beans = UnwiredBeans.context()) {
            if (arguments.equals(List.of("--contract"))) {
                out.print(ModelContract.of(beans).json());
                return 0;
            }
            Path project = Path.of(arguments.isEmpty() ? "" : arguments.getFirst());
            ModelSet models;
            try {
                models = ModelSet.in(project);
            } catch (ModelSet.NotText notText) {
                out.println(notText.getMessage());
                return 1;
            }
            if (models.processes().isEmpty()) {
                out.println("There is no model in " + project.toAbsolutePath()
                        + ": name the folder that holds 'bpmn', 'dmn' and 'forms'.");
                return 1;
            }
            List<Finding> findings = beans.getBean(ModelGate.class).check(models);
            findings.forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "%d files checked as the gate does, %s, in %.1f s%n",
                    models.files().size(),
                    findings.isEmpty() ? "nothing keeps them out" : findings.size() + " findings",
                    (System.nanoTime() - begun) / 1e9);
            return findings.isEmpty() ? 0 : 1;
        }
    }
}
