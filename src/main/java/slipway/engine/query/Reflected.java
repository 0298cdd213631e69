package slipway.engine.query;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Reads what the engine keeps to itself. */
final class Reflected {
    private Reflected() {}

    static @Nullable Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the engine's field " + field + " cannot be read", e);
        }
    }

    static @Nullable Object value(Class<?> type, String name, Object owner) {
        try {
            return value(type.getDeclaredField(name), owner);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this version of the engine has no field " + name + " in " + type, e);
        }
    }
}
