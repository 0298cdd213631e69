package slipway.engine.gate;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.stereotype.Component;

/** No script runs in this engine, whatever its language and wherever it stands. */
@Component
class NoScripts extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setScriptEngineResolver(new Refusing());
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    private static final class Refusing implements ScriptEngineResolver {
        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw refusal(factory.getLanguageName());
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw refusal("any");
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean cached) {
            throw refusal(language);
        }

        private static ProcessEngineException refusal(String language) {
            return new ProcessEngineException(
                    "Slipway runs no scripts: a script (language '" + language + "') was refused");
        }
    }
}
