package slipway.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** All commands in the engine's jars on the class path: classes, nested and anonymous ones, and lambdas by their host. */
final class EngineCommands {
    private EngineCommands() {}

    static Set<String> all() {
        Set<String> found = new TreeSet<>();
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(path -> path.contains("camunda") && path.endsWith(".jar"))
                .forEach(path -> scan(Path.of(path), found));
        return found;
    }

    private static void scan(Path path, Set<String> found) {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().filter(EngineCommands::isClass).toList()) {
                String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
                if (isCommand(name)) {
                    found.add(name);
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    new ClassReader(in.readAllBytes()).accept(new Lambdas(name, found), ClassReader.SKIP_DEBUG);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF");
    }

    private static boolean isCommand(String name) {
        try {
            Class<?> type = Class.forName(name, false, EngineCommands.class.getClassLoader());
            return Command.class.isAssignableFrom(type)
                    && !type.isInterface()
                    && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError absent) {
            // A class whose optional dependency is absent cannot be executed either.
            return false;
        }
    }

    private static final class Lambdas extends ClassVisitor {
        private final String host;
        private final Set<String> found;

        Lambdas(String host, Set<String> found) {
            super(Opcodes.ASM9);
            this.host = host;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @org.jspecify.annotations.Nullable String signature,
                String @org.jspecify.annotations.Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String name, String descriptor, Handle handle, Object... arguments) {
                    if (Type.getReturnType(descriptor).getClassName().equals(Command.class.getName())) {
                        found.add(host + "$$Lambda");
                    }
                }
            };
        }
    }
}
