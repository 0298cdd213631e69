package slipway.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.Tag;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.release.Offers;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** The tags of repositories and the deliveries of vendors. */
@Component
class SourceOffers implements Offers {
    private final Cmdb cmdb;
    private final SourceRepository sources;
    private final Inspection inspection;
    private final Library library;

    SourceOffers(Cmdb cmdb, SourceRepository sources, Inspection inspection, Library library) {
        this.cmdb = cmdb;
        this.sources = sources;
        this.inspection = inspection;
        this.library = library;
    }

    @Override
    public List<String> of(UnitId id) {
        try {
            return cmdb.unit(id) instanceof Unit.Software software
                    ? switch (software.source()) {
                        case Unit.Repository repository -> tags(repository);
                        case Unit.Vendor vendor -> new Inbox(id, vendor).versions();
                    }
                    : List.of();
        } catch (UnusableRepository e) {
            // The form offers nothing; choosing a source names the repository's fault.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> tags(Unit.Repository repository) throws IOException {
        return sources.tags(repository.address()).stream().map(Tag::name).toList();
    }

    @Override
    public Pin pin(UnitId id, String source) {
        try {
            return cmdb.unit(id) instanceof Unit.Software software
                    ? switch (software.source()) {
                        case Unit.Repository repository -> commit(id, repository, source);
                        case Unit.Vendor vendor -> digest(new Inbox(id, vendor), source);
                    }
                    : unpinnable(
                            "kind-not-delivered-yet", id + " is no software; only software can be delivered so far");
        } catch (UnusableRepository e) {
            return unpinnable("unusable-repository", String.valueOf(e.getMessage()));
        } catch (UnsafeSources e) {
            return unpinnable("unsafe-sources", String.valueOf(e.getMessage()));
        } catch (UnfitSources e) {
            return unpinnable("tag-without-version", String.valueOf(e.getMessage()));
        } catch (UnfitDelivery e) {
            return unpinnable("unusable-delivery", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Refusal> barred(UnitId unit, String version) {
        return library.barred(unit, version);
    }

    private Pin commit(UnitId id, Unit.Repository repository, String tag) throws IOException, UnfitSources {
        String version = Recipe.version(id, tag);
        Optional<Tag> found = sources.tag(repository.address(), tag);
        if (found.isEmpty()) {
            return unpinnable("unknown-tag", "the sources of " + id + " have no tag '" + tag + "'");
        }
        String commit = found.get().commit();
        // What could not be built is not planned either.
        sources.check(repository.address(), commit);
        return new Pinned(commit, version);
    }

    private Pin digest(Inbox inbox, String version) throws IOException, UnfitDelivery {
        return new Pinned(inspection.pin(inbox, version).hex(), version);
    }

    private static Pin unpinnable(String rule, String reason) {
        return new Unpinnable(Refusal.of(rule, reason));
    }
}
