package slipway.release;

import java.util.List;
import slipway.shared.UnitId;

/** The tags that a unit's sources can be built from, newest first; implemented by the build capability. */
public interface TagCatalogue {
    List<String> tags(UnitId unit);
}
