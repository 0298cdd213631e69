package slipway.release;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipway.shared.Digest;
import slipway.shared.WallClock;

/**
 * Values as forms show them. A record of several facts is a map by its components, a list of such records a list of
 * maps, as tables need it; every other list is one text. Words that everybody uses say themselves what they are.
 */
final class FormText {
    private static final String WORDS = Digest.class.getPackageName();

    private FormText() {}

    /** A chapter as a map by the names of its components. */
    static Map<String, Object> of(Chapter chapter) {
        return map(chapter);
    }

    private static Map<String, Object> map(Object facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            map.put(component.getName(), shown(read(facts, component), component.getGenericType()));
        }
        return map;
    }

    private static Object shown(@Nullable Object value, Type declared) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional ->
                optional.<Object>map(present -> shown(present, argument(declared)))
                        .orElse("");
            case Collection<?> list -> list(list, argument(declared));
            case Boolean flag -> flag;
            case Number number -> number;
            case Instant instant -> WallClock.utc(instant);
            case Duration duration -> words(duration);
            case Enum<?> state -> state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case Record facts when isFacts(facts.getClass()) -> map(facts);
            default -> value.toString();
        };
    }

    private static Object list(Collection<?> list, Type element) {
        if (element instanceof Class<?> type && isFacts(type)) {
            List<Object> rows = new ArrayList<>();
            list.forEach(each -> rows.add(shown(each, element)));
            return rows;
        }
        return list.stream().map(each -> String.valueOf(shown(each, element))).collect(Collectors.joining(", "));
    }

    /** Records of several facts; the shared ones are words. */
    private static boolean isFacts(Class<?> type) {
        return type.isRecord() && !type.getPackageName().equals(WORDS);
    }

    /** The first type argument: what a list or an optional holds. */
    private static Type argument(Type declared) {
        return declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }

    /** "2 hours 5 minutes"; less than a second is "0 seconds". */
    static String words(Duration duration) {
        StringJoiner words = new StringJoiner(" ");
        add(words, duration.toDays(), "day");
        add(words, duration.toHoursPart(), "hour");
        add(words, duration.toMinutesPart(), "minute");
        add(words, duration.toSecondsPart(), "second");
        return words.length() == 0 ? "0 seconds" : words.toString();
    }

    private static void add(StringJoiner words, long count, String unit) {
        if (count != 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    private static @Nullable Object read(Object facts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(facts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
