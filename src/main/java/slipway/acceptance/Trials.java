package slipway.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.planning.Plans;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.DataFolder;
import slipway.shared.PartId;
import slipway.shared.UnitRevision;

/** What is done in the test environment before people judge. */
@Component
class Trials {
    private final Releases releases;
    private final Plans plans;
    private final Library library;
    private final InstallationTrial installation;
    private final CommandTrial command;
    private final RehearsalTrial rehearsal;
    private final Path root;

    Trials(
            Releases releases,
            Plans plans,
            Library library,
            InstallationTrial installation,
            CommandTrial command,
            RehearsalTrial rehearsal,
            DataFolder data)
            throws IOException {
        this.releases = releases;
        this.plans = plans;
        this.library = library;
        this.installation = installation;
        this.command = command;
        this.rehearsal = rehearsal;
        this.root = data.sub("test-environments");
    }

    List<Finding> attempt(PartId part, Trial trial) throws IOException, InterruptedException {
        SubmittedRelease release = releases.submitted(part.release());
        Subject subject = new Subject(
                release,
                part,
                held(library, release.revision(part.unit())),
                plans.get(part.release()),
                new TestEnvironment(root, part));
        return switch (trial) {
            case INSTALLATION -> List.of(installation.run(subject));
            case TESTS -> List.of(command.run(subject));
            case BACK_OUT_REHEARSAL -> rehearsal.run(subject);
        };
    }

    static Holding held(Library library, UnitRevision revision) {
        return library.find(revision).orElseThrow(() -> new TerminalFailure("the library does not hold " + revision));
    }
}
