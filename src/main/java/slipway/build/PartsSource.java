package slipway.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.PartsChapter.Artefact;
import slipway.build.PartsChapter.Made;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.identity.Clearance;
import slipway.library.Library;
import slipway.release.ChapterSource;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** Tells the dossier how the newest attempt at each part went. */
@Component
@Transactional(readOnly = true)
class PartsSource implements ChapterSource<PartsChapter> {
    /** Beyond these the manifest in the library says more than any page. */
    private static final int MOST_FILES = 1000;

    private final Releases releases;
    private final Attempts attempts;
    private final Library library;
    private final Cmdb cmdb;

    PartsSource(Releases releases, Attempts attempts, Library library, Cmdb cmdb) {
        this.releases = releases;
        this.attempts = attempts;
        this.library = library;
        this.cmdb = cmdb;
    }

    @Override
    public Class<PartsChapter> type() {
        return PartsChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.EVERY_ROLE;
    }

    @Override
    public PartsChapter of(ReleaseNumber number) {
        return releases.get(number) instanceof SubmittedRelease release
                ? new PartsChapter(
                        release.parts().stream().map(this::made).toList(),
                        release.parts().stream().flatMap(this::artefacts).toList())
                : new PartsChapter(List.of(), List.of());
    }

    private Made made(ReleasePart part) {
        Optional<Attempt> newest = attempts.newest(part.id());
        Optional<UnitRevision> revision = revision(part, newest);
        return new Made(
                part.unit(),
                how(cmdb.unit(part.unit())),
                part.source(),
                part.pin(),
                newest.map(Attempt::state).orElse("not begun"),
                problem(part, newest),
                revision.map(UnitRevision::version),
                revision.map(UnitRevision::digest),
                revision.flatMap(library::find).map(PartsSource::words).orElse("not in the library"));
    }

    /** The revision that the part has, or the one that it may get. */
    private static Optional<UnitRevision> revision(ReleasePart part, Optional<Attempt> newest) {
        return part.revision().or(() -> newest.flatMap(Attempt::revision));
    }

    private static String problem(ReleasePart part, Optional<Attempt> newest) {
        return part instanceof ReleasePart.Rework rework
                ? rework.reason()
                : newest.map(Attempt::problem).orElse("");
    }

    private static String words(Library.Holding holding) {
        String state = holding.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return holding.recalled() ? state + ", recalled" : state;
    }

    private static String how(Unit unit) {
        return unit instanceof Unit.Software software
                ? switch (software.source()) {
                    case Unit.Repository repository -> "built from " + repository.address();
                    case Unit.Vendor vendor -> "delivered by " + vendor.supplier();
                }
                : "not made here yet";
    }

    private Stream<Artefact> artefacts(ReleasePart part) {
        return revision(part, attempts.newest(part.id())).flatMap(library::find).stream()
                .flatMap(holding -> holding.manifest().entries().stream().limit(MOST_FILES))
                .map(file -> new Artefact(part.unit(), file.path(), file.size(), file.digest()));
    }
}
