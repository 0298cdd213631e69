package slipway.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.Tag;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.release.ReleasePart;
import slipway.shared.UnitId;

/** The sources of a part as its plan bound them. */
@Component
class PinnedSources {
    private final Cmdb cmdb;
    private final SourceRepository sources;

    PinnedSources(Cmdb cmdb, SourceRepository sources) {
        this.cmdb = cmdb;
        this.sources = sources;
    }

    /** Where they are, and why they are not any more what was planned, if so. */
    record Found(String repository, Optional<String> problem) {}

    Found find(ReleasePart.Planned part) {
        Optional<String> address = address(part.unit());
        return address.map(repository -> new Found(repository, problem(repository, part)))
                .orElseGet(() -> new Found(
                        "",
                        Optional.of("the register names no repository of " + part.unit() + " any more; plan again")));
    }

    private Optional<String> address(UnitId unit) {
        return cmdb.unit(unit) instanceof Unit.Software software
                        && software.source() instanceof Unit.Repository repository
                ? Optional.of(repository.address())
                : Optional.empty();
    }

    private Optional<String> problem(String repository, ReleasePart.Planned part) {
        try {
            return moved(part, sources.tag(repository, part.source()).map(Tag::commit));
        } catch (UnusableRepository e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the commit that the tag names now is not the one that was planned, if so. */
    static Optional<String> moved(ReleasePart.Planned part, Optional<String> commit) {
        if (commit.isEmpty()) {
            return Optional.of("the sources of " + part.unit() + " have no tag '" + part.source() + "' any more");
        }
        return commit.get().equals(part.pin())
                ? Optional.empty()
                : Optional.of("tag " + part.source() + " named commit " + brief(part.pin())
                        + " when it was planned and names " + brief(commit.get())
                        + " now; plan again or repair with a new tag");
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(12, commit.length()));
    }
}
