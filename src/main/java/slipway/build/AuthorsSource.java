package slipway.build;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.Authors.Author;
import slipway.build.AuthorsChapter.Shown;
import slipway.identity.Clearance;
import slipway.identity.MailOwners;
import slipway.identity.MailOwners.Colleague;
import slipway.identity.MailOwners.Outsider;
import slipway.identity.MailOwners.Owner;
import slipway.identity.MailOwners.Said;
import slipway.identity.MailOwners.Stranger;
import slipway.release.ChapterSource;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;
import slipway.shared.WallClock;

/** Tells the dossier who is said to have written what the newest builds are made of. */
@Component
@Transactional(readOnly = true)
class AuthorsSource implements ChapterSource<AuthorsChapter> {
    /** More than anybody reads before a decision. */
    static final int MOST = 200;

    private final Releases releases;
    private final BuildRows builds;
    private final AuthorRows rows;
    private final MailOwners owners;

    AuthorsSource(Releases releases, BuildRows builds, AuthorRows rows, MailOwners owners) {
        this.releases = releases;
        this.builds = builds;
        this.rows = rows;
        this.owners = owners;
    }

    @Override
    public Class<AuthorsChapter> type() {
        return AuthorsChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public AuthorsChapter of(ReleaseNumber number) {
        if (!(releases.get(number) instanceof SubmittedRelease release)) {
            return new AuthorsChapter(List.of(), 0);
        }
        List<Shown> all = release.parts().stream().flatMap(this::shown).toList();
        return new AuthorsChapter(all.stream().limit(MOST).toList(), Math.max(0, all.size() - MOST));
    }

    private Stream<Shown> shown(ReleasePart part) {
        List<Author> authors =
                builds.newest(part.id()).map(Build::key).map(rows::of).orElse(List.of());
        Map<String, Owner> found =
                owners.of(authors.stream().map(Author::address).toList());
        // Who is barred from nothing is what a reader must not miss.
        return authors.stream()
                .sorted(Comparator.comparing(author -> found.get(author.address()) instanceof Colleague))
                .map(author -> new Shown(
                        part.unit(),
                        author.name(),
                        author.address(),
                        author.commits(),
                        who(found.get(author.address()))));
    }

    static String who(@Nullable Owner owner) {
        return switch (owner) {
            case Colleague known ->
                known.person() + known.said().map(said -> ", " + words(said)).orElse(", by the directory since");
            case Outsider outsider ->
                "from outside"
                        + (outsider.said().domain().isEmpty()
                                ? ""
                                : ", as all of " + outsider.said().domain()) + ", " + words(outsider.said());
            case Stranger stranger -> "nobody said yet";
            case null -> "nobody said yet";
        };
    }

    private static String words(Said said) {
        return "said " + said.by() + " on " + WallClock.utc(said.at())
                + (said.words().isEmpty() ? "" : ": " + said.words());
    }
}
