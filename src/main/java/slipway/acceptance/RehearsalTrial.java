package slipway.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.shared.Content;

/** Goes back to each distinct predecessor and forward again, and takes the time of the way back. */
@Component
class RehearsalTrial {
    private static final String BACK = "back";

    private final Library library;

    RehearsalTrial(Library library) {
        this.library = library;
    }

    List<Finding> run(Subject subject) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Content> returns = Predecessors.newestFirst(
                subject.plan().distinctReturns(subject.part().unit()),
                library.of(subject.part().unit()).stream()
                        .map(Holding::revision)
                        .toList());
        for (Content to : returns) {
            findings.add(rehearse(subject, to));
        }
        return findings;
    }

    private Finding rehearse(Subject subject, Content to) throws IOException {
        TestEnvironment environment = subject.environment();
        Optional<Holding> before = to.known().map(revision -> Trials.held(library, revision));
        if (before.isPresent()) {
            // What sites ran before lies there still when they return, so bringing it there is not part of the time.
            library.materialise(before.get(), environment.room(BACK));
        }
        long begun = System.nanoTime();
        Optional<String> wrong = back(environment, before);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        environment.activate(environment.name());
        if (wrong.isEmpty()) {
            wrong = environment.difference(subject.holding().manifest()).map(what -> "forward again, " + what);
        }
        Rehearsal rehearsal = Rehearsal.of(to, wrong, millis, subject.plan().backoutLimit());
        return new Finding(
                subject.holding().revision(),
                Trial.BACK_OUT_REHEARSAL,
                Optional.of(to),
                rehearsal.passed(),
                rehearsal.summary(),
                millis,
                null);
    }

    private static Optional<String> back(TestEnvironment environment, Optional<Holding> before) throws IOException {
        if (before.isEmpty()) {
            environment.deactivate();
            return environment.presence();
        }
        environment.activate(BACK);
        return environment.difference(before.get().manifest());
    }
}
