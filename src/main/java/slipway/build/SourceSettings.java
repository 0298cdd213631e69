package slipway.build;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How much the sources of one commit may be, and how many people may have written what is new in them. */
@ConfigurationProperties("slipway.source")
public record SourceSettings(
        @DefaultValue("100000") int files,
        @DefaultValue("1GB") DataSize size,
        @DefaultValue("10000") int authors) {
    public SourceSettings {
        if (files < 1 || size.toBytes() < 1 || authors < 1) {
            throw new IllegalArgumentException("slipway.source: files, size and authors must be positive");
        }
    }

    public TreeLimits within(TreeSettings shape) {
        return new TreeLimits("slipway.source", files, size, shape);
    }
}
