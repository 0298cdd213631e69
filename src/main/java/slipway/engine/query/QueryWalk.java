package slipway.engine.query;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.AbstractQuery;

/** Visits a query and every query inside of it: or-branches, and whatever else a query may hold one day. */
final class QueryWalk {
    private QueryWalk() {}

    /** Calls with each expression and whether it stands at the top level. */
    static void expressions(AbstractQuery<?, ?> top, BiConsumer<String, Boolean> visitor) {
        all(top).forEach(query ->
                query.getExpressions().values().forEach(expression -> visitor.accept(expression, query == top)));
    }

    /** The query and those inside of it. */
    static List<AbstractQuery<?, ?>> all(AbstractQuery<?, ?> top) {
        Set<AbstractQuery<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<AbstractQuery<?, ?>> found = new ArrayList<>();
        Deque<AbstractQuery<?, ?>> open = new ArrayDeque<>();
        open.add(top);
        while (!open.isEmpty()) {
            AbstractQuery<?, ?> query = open.remove();
            if (seen.add(query)) {
                found.add(query);
                held(query).forEach(value -> add(value, open));
            }
        }
        return found;
    }

    /** What a query asks for: the values of its own fields. */
    static List<Object> held(AbstractQuery<?, ?> query) {
        List<Object> values = new ArrayList<>();
        for (Class<?> type = query.getClass();
                type != AbstractQuery.class && type != null;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = Modifier.isStatic(field.getModifiers()) ? null : Reflected.value(field, query);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static void add(Object value, Deque<AbstractQuery<?, ?>> open) {
        if (value instanceof AbstractQuery<?, ?> inner) {
            open.add(inner);
        } else if (value instanceof Collection<?> several) {
            several.stream().filter(Objects::nonNull).forEach(each -> add(each, open));
        }
    }
}
