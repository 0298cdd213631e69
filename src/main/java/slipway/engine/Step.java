package slipway.engine;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Short work behind a service task, in the engine's transaction. The bean's name is what the task does. */
public interface Step extends JavaDelegate, Declared {}
