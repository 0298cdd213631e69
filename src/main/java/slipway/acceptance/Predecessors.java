package slipway.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import slipway.shared.Content;
import slipway.shared.UnitRevision;

/** In which order a part's predecessors are tried. */
final class Predecessors {
    private Predecessors() {}

    /** The newest first, by {@code library} from old to new; what it does not know comes after, nothing comes last. */
    static List<Content> newestFirst(Collection<Content> returns, List<UnitRevision> library) {
        List<Content> ordered = new ArrayList<>();
        library.reversed().stream()
                .<Content>map(Content.Known::new)
                .filter(returns::contains)
                .forEach(ordered::add);
        returns.stream()
                .filter(each -> !ordered.contains(each) && each.known().isPresent())
                .sorted(Comparator.comparing(Content::toString))
                .forEach(ordered::add);
        returns.stream().filter(each -> each.known().isEmpty()).forEach(ordered::add);
        return List.copyOf(ordered);
    }
}
