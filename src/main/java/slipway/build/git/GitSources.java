package slipway.build.git;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.springframework.stereotype.Component;
import slipway.build.SourceSettings;
import slipway.build.TreeLimits;
import slipway.build.TreeSettings;
import slipway.build.port.SourceRepository;
import slipway.shared.PlainText;

/** Git repositories in folders of this machine. */
@Component
final class GitSources implements SourceRepository {
    private final TreeLimits most;
    private final int mostAuthors;

    GitSources(SourceSettings settings, TreeSettings shape) {
        this.mostAuthors = settings.authors();
        this.most = settings.within(shape);
    }

    @Override
    public List<Tag> tags(String repository) throws IOException {
        try (Repository git = open(repository);
                RevWalk walk = new RevWalk(git)) {
            List<Tag> tags = new java.util.ArrayList<>();
            for (Ref ref : Objects.reading(() -> git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS))) {
                readable(walk, ref).ifPresent(tags::add);
            }
            tags.sort(Comparator.comparing(Tag::at).thenComparing(Tag::name).reversed());
            return List.copyOf(tags);
        }
    }

    @Override
    public Optional<Tag> tag(String repository, String name) throws IOException {
        try (Repository git = open(repository);
                RevWalk walk = new RevWalk(git)) {
            return Objects.reading(() -> {
                Ref ref = git.exactRef(Constants.R_TAGS + name);
                return ref == null ? Optional.<Tag>empty() : commitOf(walk, ref).map(commit -> tag(ref, commit));
            });
        }
    }

    // One tag that cannot be read takes no other from the list; whoever names it reads why.
    private static Optional<Tag> readable(RevWalk walk, Ref ref) throws IOException {
        try {
            return Objects.reading(() -> commitOf(walk, ref).map(commit -> tag(ref, commit)));
        } catch (UnusableRepository e) {
            return Optional.empty();
        }
    }

    private static Tag tag(Ref ref, RevCommit commit) {
        return new Tag(
                Repository.shortenRefName(ref.getName()),
                commit.name(),
                commit.getCommitterIdent().getWhenAsInstant());
    }

    // A tag may name a tree or a file; neither can be built.
    private static Optional<RevCommit> commitOf(RevWalk walk, Ref ref) throws IOException {
        RevObject object = walk.peel(walk.parseAny(ref.getObjectId()));
        return object instanceof RevCommit commit ? Optional.of(walk.parseCommit(commit)) : Optional.empty();
    }

    @Override
    public void check(String repository, String commit) throws IOException {
        try (Repository git = open(repository);
                ObjectReader reader = git.newObjectReader()) {
            CommitTree.checked(new Objects(reader), commit, most);
        }
    }

    @Override
    public void archive(String repository, String commit, Path tar) throws IOException {
        try (Repository git = open(repository);
                ObjectReader reader = git.newObjectReader()) {
            Objects objects = new Objects(reader);
            new CommitFiles(objects, CommitTree.checked(objects, commit, most)).archiveTo(tar);
        }
    }

    @Override
    public List<Writer> writers(String repository, String commit, Set<String> others) throws IOException {
        try (Repository git = open(repository);
                RevWalk walk = new RevWalk(git)) {
            return Objects.reading(() -> writers(git, walk, commit, others));
        }
    }

    private List<Writer> writers(Repository git, RevWalk walk, String commit, Set<String> others) throws IOException {
        walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
        for (String other : others) {
            ObjectId id = ObjectId.fromString(other);
            if (git.getObjectDatabase().has(id)) {
                walk.markUninteresting(walk.parseCommit(id));
            }
        }
        Map<Named, Writer> writers = new LinkedHashMap<>();
        for (RevCommit written : walk) {
            for (Named each : named(written)) {
                writers.merge(
                        each,
                        new Writer(each.name(), each.email(), 1, written.name()),
                        (former, one) ->
                                new Writer(former.name(), former.email(), former.commits() + 1, former.newest()));
            }
            if (writers.size() > mostAuthors) {
                throw new UnsafeSources("more than " + mostAuthors + " people wrote what no site of the release runs"
                        + " yet: have it delivered as a vendor's, or have an administrator raise"
                        + " slipway.source.authors");
            }
        }
        return List.copyOf(writers.values());
    }

    /** As a commit names somebody. */
    private record Named(String name, String email) {}

    private static Set<Named> named(RevCommit written) {
        Set<Named> both = new LinkedHashSet<>();
        both.add(named(written.getAuthorIdent()));
        both.add(named(written.getCommitterIdent()));
        return both;
    }

    private static Named named(PersonIdent person) {
        return new Named(plain(person.getName()), plain(person.getEmailAddress()));
    }

    // A commit may name anybody by anything; what hides something is shown, and is nobody's address.
    private static String plain(String named) {
        return named.length() > PlainText.LINE || PlainText.hidden(named).isPresent() ? PlainText.quoted(named) : named;
    }

    private static Repository open(String repository) throws IOException {
        Path folder = folder(repository);
        Path bare = FileKey.isGitRepository(folder.toFile(), FS.DETECTED) ? folder : folder.resolve(".git");
        try {
            return Objects.reading(() -> built(bare));
        } catch (UnusableRepository e) {
            if (!(e.getCause() instanceof RepositoryNotFoundException)) {
                throw e;
            }
            throw new UnusableRepository("'" + repository + "' is no Git repository", e);
        }
    }

    private static Repository built(Path bare) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(bare.toFile())
                .setMustExist(true)
                .build();
    }

    private static Path folder(String repository) throws UnusableRepository {
        try {
            if (repository.startsWith("file:")) {
                return Path.of(URI.create(repository));
            }
            if (!repository.contains("://")) {
                return Path.of(repository);
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableRepository("'" + repository + "' names no folder", e);
        }
        throw new UnusableRepository("repository '" + repository
                + "' is not on this machine: mirror it here and name the mirror's folder in the CMDB");
    }
}
