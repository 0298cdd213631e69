package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.shared.Digest;

class PicturesTest {
    private static final Path PICTURES = Path.of("docs/pictures");

    @Test
    void every_picture_was_drawn_from_the_model_as_it_is() {
        Map<String, String> drawn = ModelFiles.text(PICTURES.resolve("sources.sha256"))
                .lines()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0]));
        Map<String, String> sources = models().collect(Collectors.toMap(
                file -> file.toString().replace('\\', '/'),
                file -> Digest.of(ModelFiles.text(file)).toString()));
        assertThat(drawn).as("models that changed since 'make docs' drew them").isEqualTo(sources);
    }

    @Test
    void every_model_has_a_picture() {
        assertThat(models()).allMatch(file -> Files.isRegularFile(PICTURES.resolve(ModelFiles.name(file) + ".png")));
    }

    private static Stream<Path> models() {
        return Stream.of(ModelFiles.processes(), ModelFiles.decisions(), ModelFiles.forms())
                .flatMap(files -> files.stream());
    }
}
