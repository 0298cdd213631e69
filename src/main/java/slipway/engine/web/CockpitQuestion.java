package slipway.engine.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Cockpit asks the database past the engine, where no guard of the engine stands: it joins a table once more for each
 * variable that is compared.
 */
final class CockpitQuestion {
    static final int COMPARISONS = 30;

    private CockpitQuestion() {}

    /** Why a question asks for too much, if so; {@code variables} = those of its address, with commas between. */
    static Optional<String> tooLarge(@Nullable String variables, byte[] body) {
        long inAddress = variables == null
                ? 0
                : variables.chars().filter(each -> each == ',').count();
        // The question is an object, and each comparison is one inside of it.
        return inAddress >= COMPARISONS || objects(body) > COMPARISONS + 1
                ? Optional.of(
                        "query-too-large: a query may hold " + COMPARISONS + " comparisons of variables; ask in parts")
                : Optional.empty();
    }

    private static int objects(byte[] body) {
        int objects = 0;
        try (JsonParser parser = RequestBounds.JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                objects += token == JsonToken.START_OBJECT ? 1 : 0;
            }
        } catch (IOException noJson) {
            return 0;
        }
        return objects;
    }
}
