package slipway.build;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The shape of whatever files come in: how deep folders lie in each other, how many bytes one path or the target of one
 * link may have, and how many all of them together.
 */
@ConfigurationProperties("slipway.tree")
public record TreeSettings(
        @DefaultValue("64") int depth,
        @DefaultValue("1000") int path,
        @DefaultValue("32MB") DataSize names) {
    // Every machine opens paths of 4096 bytes, and the folder of Slipway's own data comes before these.
    private static final int LONGEST_PATH = 3000;

    public TreeSettings {
        if (depth < 1 || path < 1 || path > LONGEST_PATH || names.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "slipway.tree: depth and names must be positive, path from 1 to " + LONGEST_PATH);
        }
    }
}
