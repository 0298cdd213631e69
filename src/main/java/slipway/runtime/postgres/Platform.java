package slipway.runtime.postgres;

import java.util.Locale;
import slipway.runtime.StartRefused;

/** Which of the shipped archives fits this machine. */
final class Platform {
    private Platform() {}

    static String archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : "";
        String machine = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (system.isEmpty() || machine.isEmpty()) {
            throw new StartRefused("Slipway ships no PostgreSQL for " + os + " on " + arch
                    + ": run your own and name it with spring.datasource.url.");
        }
        return "postgres-" + system + "-" + machine + ".txz";
    }
}
