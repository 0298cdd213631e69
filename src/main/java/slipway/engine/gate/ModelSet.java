package slipway.engine.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import slipway.shared.Digest;

/** Everything that is deployed together: models, tables with what is expected of them, and forms, by file name. */
public record ModelSet(SortedMap<String, String> files) {
    private static final Map<String, List<String>> SHIPPED =
            Map.of("bpmn", List.of("bpmn"), "dmn", List.of("dmn", "csv"), "forms", List.of("form"));

    public ModelSet {
        files = new TreeMap<>(files);
    }

    public static ModelSet of(Map<String, String> files) {
        return new ModelSet(new TreeMap<>(files));
    }

    /** What this build ships. */
    public static ModelSet shipped() {
        TreeMap<String, String> files = new TreeMap<>();
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        SHIPPED.forEach((folder, endings) -> endings.forEach(ending -> {
            try {
                for (Resource file : resources.getResources("classpath*:" + folder + "/**/*." + ending)) {
                    String url = file.getURL().toString();
                    files.put(
                            url.substring(url.lastIndexOf("/" + folder + "/") + 1),
                            file.getContentAsString(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped models in '" + folder + "' cannot be read", e);
            }
        }));
        return new ModelSet(files);
    }

    /** What lies in a project's folder. */
    static ModelSet in(Path project) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        for (String folder : SHIPPED.keySet()) {
            Path root = project.resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        files.put(
                                folder + "/" + root.relativize(file).toString().replace('\\', '/'), text(file));
                    }
                }
            }
        }
        return new ModelSet(files);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new NotText(file, e);
        }
    }

    /** Something else lies among the models. */
    static final class NotText extends IOException {
        private static final long serialVersionUID = 1L;

        private NotText(Path file, CharacterCodingException cause) {
            super(file + " is no text in UTF-8; save it as such, or put it elsewhere.", cause);
        }
    }

    /** The texts of the process models by their files. */
    SortedMap<String, String> processes() {
        return ending(".bpmn");
    }

    /** The texts of the decision tables by their files. */
    SortedMap<String, String> tables() {
        return ending(".dmn");
    }

    /** What is expected of decision tables, by their files. */
    SortedMap<String, String> expectations() {
        return ending(ExpectedAnswers.ENDING);
    }

    /** The text of the file of the same name with another ending. */
    Optional<String> beside(String file, String ending, String other) {
        return Optional.ofNullable(files.get(file.substring(0, file.length() - ending.length()) + other));
    }

    private SortedMap<String, String> ending(String ending) {
        TreeMap<String, String> some = new TreeMap<>(files);
        some.keySet().removeIf(file -> !file.endsWith(ending));
        return some;
    }

    Digest digest() {
        StringBuilder all = new StringBuilder();
        files.forEach((name, content) ->
                all.append(name).append('\n').append(Digest.of(content)).append('\n'));
        return Digest.of(all.toString());
    }
}
