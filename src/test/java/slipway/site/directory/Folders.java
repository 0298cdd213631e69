package slipway.site.directory;

import java.nio.file.Path;
import java.time.ZoneOffset;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Actor;
import slipway.shared.SiteId;

/** Sites that are folders of a test. */
final class Folders {
    private Folders() {}

    static Site site(Path folder, String name) {
        return new Site(
                new SiteId(name),
                name,
                ZoneOffset.UTC,
                new Actor("zoe"),
                true,
                false,
                Channel.DIRECTORY,
                folder.resolve(name).toString());
    }
}
