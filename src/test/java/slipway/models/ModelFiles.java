package slipway.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models as they lie in the project, read as text. */
final class ModelFiles {
    private ModelFiles() {}

    static List<Path> processes() {
        return find("bpmn", ".bpmn");
    }

    static List<Path> decisions() {
        return find("dmn", ".dmn");
    }

    static List<Path> forms() {
        return find("forms", ".form");
    }

    static List<ProcessModel> processModels() {
        return processes().stream()
                .map(file -> ProcessModel.parse(file, text(file)))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its extension. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<Path> find(String folder, String extension) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
