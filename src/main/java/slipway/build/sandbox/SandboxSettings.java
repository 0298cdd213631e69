package slipway.build.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of one build or test run. {@code userId} is the unprivileged user that a build becomes when Slipway itself runs
 * as root; it must own nothing else.
 */
@ConfigurationProperties("slipway.build")
public record SandboxSettings(
        @DefaultValue("bwrap") String bubblewrap,
        @DefaultValue("false") boolean allowUnsandboxed,
        @DefaultValue("30m") Duration time,
        @DefaultValue("2GB") DataSize memory,
        @DefaultValue("2GB") DataSize workspace,
        @DefaultValue("256MB") DataSize temporary,
        @DefaultValue("5MB") DataSize log,
        @DefaultValue("256") int processes,
        @DefaultValue("1024") int openFiles,
        @DefaultValue("64321") int userId) {
    public SandboxSettings {
        if (time.isNegative() || time.isZero() || processes < 8 || openFiles < 32) {
            throw new IllegalArgumentException(
                    "slipway.build: time must be positive, processes at least 8," + " open-files at least 32");
        }
        if (userId < 1000) {
            throw new IllegalArgumentException("slipway.build.user-id must be at least 1000, not " + userId);
        }
    }
}
