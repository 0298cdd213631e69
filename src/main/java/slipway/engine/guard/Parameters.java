package slipway.engine.guard;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of engine commands, which have no getters; an unknown name is an error, never a pass. */
final class Parameters {
    private Parameters() {}

    static @Nullable String text(Command<?> command, String name) {
        return (String) any(command, name);
    }

    static boolean flag(Command<?> command, String name) {
        return Boolean.TRUE.equals(any(command, name));
    }

    static @Nullable Object any(Command<?> command, String name) {
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return read(command, field);
                }
            }
        }
        throw new IllegalStateException(
                command.getClass().getName() + " has no parameter '" + name + "': the engine differs from the guard");
    }

    private static @Nullable Object read(Command<?> command, Field field) {
        try {
            field.setAccessible(true);
            return field.get(command);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
