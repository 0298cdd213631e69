package slipway.build;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.Tag;
import slipway.cmdb.Cmdb;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

/** What a build adds to: the commits of what runs at the sites of its release, whose authors were answered for. */
@Component
class FormerCommits {
    private final Cmdb cmdb;
    private final Releases releases;
    private final BuildRows rows;
    private final SourceRepository sources;

    FormerCommits(Cmdb cmdb, Releases releases, BuildRows rows, SourceRepository sources) {
        this.cmdb = cmdb;
        this.releases = releases;
        this.rows = rows;
        this.sources = sources;
    }

    Set<String> of(Build build) throws IOException {
        SubmittedRelease release = releases.submitted(build.release());
        Set<String> commits = new TreeSet<>();
        for (UnitRevision revision : running(cmdb.live(build.unit()), release.sites())) {
            commits.addAll(commits(build.repository(), revision));
        }
        return commits;
    }

    /** The revisions that some of these sites run. */
    static Set<UnitRevision> running(Map<UnitRevision, Set<SiteId>> live, Set<SiteId> sites) {
        return live.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(sites::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    // Our own builds know their commit; a tag, which may be moved, speaks only for what came before Slipway.
    private Set<String> commits(String repository, UnitRevision revision) throws IOException {
        Set<String> built = rows.commitsOf(revision);
        return built.isEmpty()
                ? sources.tags(repository).stream()
                        .filter(tag -> tag.name().replaceFirst("^v(?=\\d)", "").equals(revision.version()))
                        .map(Tag::commit)
                        .collect(Collectors.toUnmodifiableSet())
                : built;
    }
}
