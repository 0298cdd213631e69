package slipway.build;

import java.util.List;
import org.springframework.stereotype.Component;
import slipway.release.TagCatalogue;
import slipway.shared.UnitId;

@Component
class SourceTags implements TagCatalogue {
    private final Builds builds;

    SourceTags(Builds builds) {
        this.builds = builds;
    }

    @Override
    public List<String> tags(UnitId unit) {
        return builds.tags(unit);
    }
}
