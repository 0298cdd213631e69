package slipway.engine;

import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Name and type of a process variable, in one constant. The process carries ids and routing facts only: String,
 * Integer, Long, Boolean and java.util.Date.
 */
public record ProcessVariable<T>(String name, Class<T> type) {
    private static final Pattern NEXT_WORD = Pattern.compile("-([a-z0-9])");
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");

    /** What is asked of such an id, in a sentence that begins with it. */
    public static final String OF_WORDS = "must be lower case words of letters and digits, joined by hyphens";

    /** Whether a fact can be named after an id, and after no other one the same. */
    public static boolean canBeNamed(String id) {
        return WORDS.matcher(id).matches();
    }

    /** The name of a fact that a model brings along: {@code load-test} with the ending {@code Check} is {@code loadTestCheck}. */
    public static String named(String id, String ending) {
        return NEXT_WORD.matcher(id).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)) + ending;
    }

    /** The value; an error that names the variable when it is absent or of another type. */
    public T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("process variable '" + name + "' should be a " + type.getSimpleName()
                    + " but is " + (value == null ? "absent" : value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }

    public void put(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
