package slipway.runtime.postgres;

import java.util.Locale;
import slipway.runtime.StartRefused;

/** Which of the shipped archives fits a machine. */
final class Platform {
    private Platform() {}

    static String archive() {
        return archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static String archive(String os, String arch) {
        String name = os.toLowerCase(Locale.ROOT);
        String system = name.contains("linux") ? "linux" : name.contains("mac") ? "darwin" : "";
        String machine = switch (arch.toLowerCase(Locale.ROOT)) {
            // The programs for Macs hold the code for both machines, so that one archive does.
            case "amd64", "x86_64" -> system.equals("darwin") ? "arm_64" : "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (system.isEmpty() || machine.isEmpty()) {
            throw new StartRefused("Slipway ships no PostgreSQL for " + name + " on " + arch
                    + ": run your own and name it with spring.datasource.url.");
        }
        return "postgres-" + system + "-" + machine + ".txz";
    }
}
