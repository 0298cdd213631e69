package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Slipway is made of stands in the jar, for whoever checks it against advisories. */
class BillOfMaterialsProductTest {
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void the_bill_of_materials_in_the_jar_names_each_library_in_it() throws IOException {
        try (JarFile jar = new JarFile("target/slipway.jar")) {
            Set<String> libraries = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            // Spring Boot puts it in for reading layers of the jar; it is no dependency of ours.
            libraries.removeIf(name -> name.startsWith("spring-boot-jarmode-tools"));
            assertThat(libraries).hasSizeGreaterThan(100).isSubsetOf(named(jar));
        }
    }

    private static Set<String> named(JarFile jar) throws IOException {
        try (InputStream bill = jar.getInputStream(jar.getJarEntry("META-INF/sbom/application.cdx.json"))) {
            Set<String> named = new TreeSet<>();
            for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
                String classifier = component.path("purl").asText().replaceFirst("[^?]*\\??", "");
                String suffix = classifier.contains("classifier=")
                        ? "-" + classifier.replaceFirst(".*classifier=([^&]*).*", "$1")
                        : "";
                named.add(component.path("name").asText() + "-"
                        + component.path("version").asText() + suffix + ".jar");
            }
            return named;
        }
    }
}
