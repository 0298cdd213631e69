package slipway.build;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How much one delivery of a vendor may be. */
@ConfigurationProperties("slipway.delivery")
public record DeliverySettings(
        @DefaultValue("100000") int files,
        @DefaultValue("5GB") DataSize size) {
    public DeliverySettings {
        if (files < 1 || size.toBytes() < 1) {
            throw new IllegalArgumentException("slipway.delivery: files and size must be positive");
        }
    }

    TreeLimits within(TreeSettings shape) {
        return new TreeLimits("slipway.delivery", files, size, shape);
    }
}
