package slipway.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The readers of foreign texts that {@code tools/fuzz} tries, each with the inputs that are worth keeping. */
final class FuzzTargets {
    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path KEPT = Path.of("src", "test", "fuzz");
    private static final String ENDING = "Fuzz.class";

    private FuzzTargets() {}

    static List<Class<?>> all() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(FuzzTargets::named)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Examples, and what once was read wrongly. */
    static List<byte[]> kept(Class<?> target) throws IOException {
        try (Stream<Path> files = Files.list(KEPT.resolve(target.getSimpleName()))) {
            return files.sorted().map(FuzzTargets::content).toList();
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it one input; whatever it throws was not to be thrown. */
    static void tryOne(Class<?> target, byte[] input) throws Throwable {
        MethodHandle entry = MethodHandles.publicLookup()
                .findStatic(target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        entry.invoke(input);
    }
}
