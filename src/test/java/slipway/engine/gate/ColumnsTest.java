package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class ColumnsTest {
    @Test
    void up_to_five_thousand_combinations_are_tried() throws SAXException {
        assertThat(columns(50, 100).areBounded()).isTrue();
        assertThat(columns(50, 101).areBounded()).isFalse();
        assertThat(columns(2, 3).combinations())
                .hasSize(6)
                .contains(Map.of("first", "1", "second", "2"), Map.of("first", "0", "second", "0"));
    }

    private static Columns columns(int first, int second) throws SAXException {
        return new Columns(Xml.root("<table>" + declared("first", first) + declared("second", second) + "</table>"));
    }

    private static String declared(String name, int values) {
        String all = IntStream.range(0, values)
                .mapToObj(value -> "\"" + value + "\"")
                .collect(Collectors.joining(","));
        return "<input><inputExpression typeRef='string'><text>" + name + "</text></inputExpression><inputValues><text>"
                + all + "</text></inputValues></input>";
    }
}
