package slipway.site.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import slipway.shared.FileTree;

/** How much is looked at of what a unit has at a site; who can write there must not keep an inventory for ever. */
@ConfigurationProperties("slipway.inventory")
public record InventorySettings(
        @DefaultValue("200000") int files,
        @DefaultValue("100GB") DataSize size) {
    public InventorySettings {
        if (files < 1 || size.toBytes() < 1) {
            throw new IllegalArgumentException("slipway.inventory: files and size must be positive");
        }
    }

    FileTree.Most most() {
        return new FileTree.Most(files, size.toBytes());
    }
}
