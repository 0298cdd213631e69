package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedTest {
    @Test
    void twenty_names_stand_in_a_sentence_and_of_more_how_many() {
        assertThat(Named.inWords(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(Named.briefly(names(20))).isEqualTo(names(20));
        assertThat(Named.briefly(names(21))).hasSize(21).startsWith("n1").endsWith("n20", "1 more");
    }

    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(place -> "n" + place).toList();
    }
}
