package slipway.build;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How much one build may leave to be installed; a link counts as the file that it leads to. */
@ConfigurationProperties("slipway.output")
public record OutputSettings(
        @DefaultValue("100000") int files,
        @DefaultValue("2GB") DataSize size) {
    public OutputSettings {
        if (files < 1 || size.toBytes() < 1) {
            throw new IllegalArgumentException("slipway.output: files and size must be positive");
        }
    }

    TreeLimits within(TreeSettings shape) {
        return new TreeLimits("slipway.output", files, size, shape);
    }
}
