package slipway.engine.query;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.jspecify.annotations.Nullable;

/** Visits a query and every query inside of it: or-branches, and whatever else a query may hold one day. */
final class QueryWalk {
    private QueryWalk() {}

    /** Calls with each expression and whether it stands at the top level. */
    static void expressions(AbstractQuery<?, ?> top, BiConsumer<String, Boolean> visitor) {
        Set<AbstractQuery<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<AbstractQuery<?, ?>> open = new ArrayDeque<>();
        open.add(top);
        while (!open.isEmpty()) {
            AbstractQuery<?, ?> query = open.remove();
            if (seen.add(query)) {
                query.getExpressions().values().forEach(expression -> visitor.accept(expression, query == top));
                addInner(query, open);
            }
        }
    }

    private static void addInner(AbstractQuery<?, ?> query, Deque<AbstractQuery<?, ?>> open) {
        for (Class<?> type = query.getClass();
                type != AbstractQuery.class && type != null;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    add(Reflected.value(field, query), open);
                }
            }
        }
    }

    private static void add(@Nullable Object value, Deque<AbstractQuery<?, ?>> open) {
        if (value instanceof AbstractQuery<?, ?> inner) {
            open.add(inner);
        } else if (value instanceof Collection<?> several) {
            several.forEach(each -> add(each, open));
        }
    }
}
