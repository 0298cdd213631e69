package slipway.engine;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Name and type of a process variable, in one constant. The process carries ids and routing facts only: String,
 * Integer, Long, Boolean and java.util.Date.
 */
public record ProcessVariable<T>(String name, Class<T> type) {

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
