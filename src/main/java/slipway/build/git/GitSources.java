package slipway.build.git;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
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
import slipway.build.port.SourceRepository;

/** Git repositories in folders of this machine. */
@Component
final class GitSources implements SourceRepository {

    @Override
    public List<Tag> tags(String repository) throws IOException {
        try (Repository git = open(repository);
                RevWalk walk = new RevWalk(git)) {
            List<Tag> tags = new java.util.ArrayList<>();
            for (Ref ref : git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                commitOf(walk, ref).ifPresent(commit -> tags.add(tag(ref, commit)));
            }
            tags.sort(Comparator.comparing(Tag::at).thenComparing(Tag::name).reversed());
            return List.copyOf(tags);
        }
    }

    @Override
    public Optional<Tag> tag(String repository, String name) throws IOException {
        try (Repository git = open(repository);
                RevWalk walk = new RevWalk(git)) {
            Ref ref = git.exactRef(Constants.R_TAGS + name);
            return ref == null ? Optional.empty() : commitOf(walk, ref).map(commit -> tag(ref, commit));
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
    public void checkout(String repository, String commit, Path folder) throws IOException {
        try (Repository git = open(repository)) {
            Files.createDirectories(folder.toAbsolutePath().resolve("..").normalize());
            new CommitFiles(git, commit).writeTo(Files.createDirectory(folder));
        }
    }

    @Override
    public void archive(String repository, String commit, Path tar) throws IOException {
        try (Repository git = open(repository)) {
            new CommitFiles(git, commit).archiveTo(tar);
        }
    }

    @Override
    public Set<Author> authors(String repository, String commit, Set<String> others) throws IOException {
        try (Repository git = open(repository);
                RevWalk walk = new RevWalk(git)) {
            walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
            for (String other : others) {
                ObjectId id = ObjectId.fromString(other);
                if (git.getObjectDatabase().has(id)) {
                    walk.markUninteresting(walk.parseCommit(id));
                }
            }
            Set<Author> authors = new LinkedHashSet<>();
            for (RevCommit written : walk) {
                authors.add(author(written.getAuthorIdent()));
                authors.add(author(written.getCommitterIdent()));
            }
            return authors;
        }
    }

    private static Author author(PersonIdent person) {
        return new Author(person.getName(), person.getEmailAddress());
    }

    private static Repository open(String repository) throws IOException {
        Path folder = folder(repository);
        Path bare = FileKey.isGitRepository(folder.toFile(), FS.DETECTED) ? folder : folder.resolve(".git");
        try {
            return new FileRepositoryBuilder()
                    .setGitDir(bare.toFile())
                    .setMustExist(true)
                    .build();
        } catch (RepositoryNotFoundException e) {
            throw new UnusableRepository("'" + repository + "' is no Git repository", e);
        }
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
