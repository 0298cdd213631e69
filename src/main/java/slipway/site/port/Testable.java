package slipway.site.port;

import java.util.List;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;

/** Tries whether a site can be worked at, before anything depends on it; implemented by each channel's adapter. */
public interface Testable {
    /** One thing that was tried; {@code problem} is empty when it is as it should be, else names the way out. */
    record Check(String name, String problem) {
        public boolean passed() {
            return problem.isEmpty();
        }
    }

    Channel channel();

    /** Can it be reached, may it be written to, is there room; every check, whether passed or not. */
    List<Check> tryOut(Site site);
}
