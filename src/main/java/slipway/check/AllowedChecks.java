package slipway.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import slipway.engine.ProcessVariable;

/** The commands that the operator lets models run on what a release delivers, each by its name. Models only name them. */
@ConfigurationProperties("slipway")
public record AllowedChecks(@DefaultValue Map<String, Command> checks) {
    /** A shell line in the sandbox. */
    public record Command(@DefaultValue("") String command) {}

    public AllowedChecks {
        checks.forEach((name, check) -> {
            if (!ProcessVariable.canBeNamed(name)) {
                throw new IllegalArgumentException(
                        "slipway.checks: the name '" + name + "' " + ProcessVariable.OF_WORDS);
            }
            if (check.command().isBlank()) {
                throw new IllegalArgumentException("slipway.checks." + name + ".command is missing");
            }
        });
        checks = Map.copyOf(checks);
    }

    public Optional<String> command(String name) {
        return Optional.ofNullable(checks.get(name)).map(Command::command);
    }

    /** Why that check is not run here; the sentence names the way out. */
    public String unknown(String name) {
        return "the check '" + name + "' is none of those that the operator allows here, which are "
                + (checks.isEmpty() ? "none" : String.join(", ", new TreeMap<>(checks).keySet()))
                + "; name one of them, or have slipway.checks." + name + ".command set";
    }
}
