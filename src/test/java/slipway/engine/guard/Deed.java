package slipway.engine.guard;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.objenesis.SpringObjenesis;

/**
 * One line of the table: a command, how Java issues it, how the REST doors do, and whether the person holds the task
 * beforehand.
 */
record Deed(
        String command,
        String what,
        BiConsumer<ProcessEngine, Place> java,
        @Nullable String method,
        String path,
        String body,
        boolean held) {

    static Deed java(String command, String what, BiConsumer<ProcessEngine, Place> java) {
        return new Deed(command, what, java, null, "", "", false);
    }

    static Deed issued(String command, String what) {
        String name = CommandTable.read().rows().keySet().stream()
                .filter(known -> known.endsWith("." + command))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no command " + command));
        return java(command, what, (engine, place) -> issue(engine, name));
    }

    /** By the engine's own executor, for commands about which the guard decides by their class alone. */
    private static void issue(ProcessEngine engine, String name) {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        try {
            executor.execute((Command<?>)
                    new SpringObjenesis().newInstance(Class.forName(name, true, Deed.class.getClassLoader()), false));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    Deed over(String verb, String where, String json) {
        return new Deed(command, what, java, verb, where, json, held);
    }

    Deed holding() {
        return new Deed(command, what, java, method, path, body, true);
    }
}
