package slipway.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** The table of settings against the settings that the code reads. */
final class SettingRules {
    static final String PAGE = "docs/configuration.md";
    private static final Pattern READ_BY_NAME =
            Pattern.compile("(?:getProperty\\(\"|@Value\\(\"\\$\\{)(slipway\\.[a-z.-]*[a-z])");
    private static final Map<Class<?>, String> TYPES = Map.of(
            boolean.class, "boolean",
            int.class, "whole number",
            Duration.class, "duration",
            DataSize.class, "size",
            String.class, "text",
            URI.class, "address");

    private SettingRules() {}

    static List<String> problems(Pages pages) {
        Map<String, List<String>> rows = new TreeMap<>();
        Tables.rows(pages.page(PAGE), "Setting").stream()
                .filter(row -> row.getFirst().startsWith("`slipway."))
                .forEach(row -> rows.put(row.getFirst().replace("`", ""), row));
        List<String> problems = new ArrayList<>();
        Map<String, Setting> bound = bound();
        bound.forEach((name, setting) -> {
            List<String> row = rows.get(name);
            if (row == null) {
                problems.add(name + " is missing");
            } else if (!row.get(1).equals(setting.type()) || !row.get(2).equals(setting.shown())) {
                problems.add(name + " is a " + setting.type() + ", by default " + setting.standard());
            }
        });
        List<String> byName =
                Pages.found(READ_BY_NAME, Pages.sources()).distinct().toList();
        byName.stream().filter(name -> !rows.containsKey(name)).forEach(name -> problems.add(name + " is missing"));
        rows.keySet().stream()
                .filter(name -> !bound.containsKey(name) && !byName.contains(name))
                .forEach(name -> problems.add("nothing reads " + name));
        return problems;
    }

    private record Setting(String type, String standard) {
        String shown() {
            return standard.isEmpty() ? "none" : "`" + standard + "`";
        }
    }

    private static Map<String, Setting> bound() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, Setting> settings = new TreeMap<>();
        scan.findCandidateComponents("slipway").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
            String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                    .value();
            read(prefix, type, settings);
        });
        return settings;
    }

    /** What an operator names is a map, with the settings of each name. */
    private static void read(String prefix, Class<?> type, Map<String, Setting> settings) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            if (component.getGenericType() instanceof ParameterizedType map) {
                read(name + ".<name>", (Class<?>) map.getActualTypeArguments()[1], settings);
            } else {
                settings.put(name, setting(type, component));
            }
        }
    }

    private static Setting setting(Class<?> type, RecordComponent component) {
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(component.getName()) && standard != null) {
                return new Setting(
                        Objects.requireNonNull(TYPES.get(component.getType()), component.getName()),
                        standard.value()[0]);
            }
        }
        throw new IllegalStateException(type + " gives " + component.getName() + " no default");
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
