package slipway.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.planning.Plan;
import slipway.shared.Content;
import slipway.shared.UnitRevision;

/** Installs a revision as a site does, over the newest of what sites run. */
@Component
class InstallationTrial {
    private final Library library;

    InstallationTrial(Library library) {
        this.library = library;
    }

    Finding run(Subject subject) throws IOException {
        long begun = System.nanoTime();
        TestEnvironment environment = subject.environment();
        environment.clear();
        Content before = newest(subject);
        Optional<String> wrong = before.known().isPresent()
                ? install(environment, Trials.held(library, before.known().get()), "before")
                : Optional.empty();
        if (wrong.isEmpty()) {
            wrong = install(environment, subject.holding(), environment.name());
        }
        return new Finding(
                subject.holding().revision(),
                Trial.INSTALLATION,
                Optional.empty(),
                wrong.isEmpty(),
                wrong.map(what -> "the installation failed: " + what)
                        .orElseGet(() -> subject.holding().manifest().entries().size() + " files installed over "
                                + before.known().map(UnitRevision::version).orElse("nothing") + passedOver(subject)
                                + " and read back"),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                null);
    }

    private Content newest(Subject subject) {
        return Predecessors.newestFirst(
                        subject.plan().distinctReturns(subject.part().unit()), revisions(subject))
                .getFirst();
    }

    /** What sites run and do not return to: a site that is switched is switched from there. */
    private static String passedOver(Subject subject) {
        String all = subject.plan().returns().stream()
                .filter(each -> each.unit().equals(subject.part().unit()))
                .map(Plan.Return::passedOver)
                .filter(each -> !each.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : " (and not over what sites run, which was passed over: " + all + ")";
    }

    private List<UnitRevision> revisions(Subject subject) {
        return library.of(subject.part().unit()).stream().map(Holding::revision).toList();
    }

    private Optional<String> install(TestEnvironment environment, Holding holding, String name) throws IOException {
        library.materialise(holding, environment.room(name));
        environment.activate(name);
        return environment.difference(holding.manifest());
    }
}
