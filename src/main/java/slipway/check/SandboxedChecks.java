package slipway.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.CheckIns;
import slipway.check.CheckEvent.RevisionChecked;
import slipway.engine.TerminalFailure;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.release.Releases;

@Component
@Transactional
class SandboxedChecks implements Checks {
    private final AllowedChecks allowed;
    private final Releases releases;
    private final CheckIns checkIns;
    private final Library library;
    private final CheckRun run;
    private final CheckRows rows;
    private final EventLog log;

    SandboxedChecks(
            AllowedChecks allowed,
            Releases releases,
            CheckIns checkIns,
            Library library,
            CheckRun run,
            CheckRows rows,
            EventLog log) {
        this.allowed = allowed;
        this.releases = releases;
        this.checkIns = checkIns;
        this.library = library;
        this.run = run;
        this.rows = rows;
        this.log = log;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Finding> run(Asked asked) throws IOException, InterruptedException {
        String command = allowed.command(asked.check())
                .orElseThrow(() -> new TerminalFailure(asked.step() + ": " + allowed.unknown(asked.check())));
        List<Finding> findings = new ArrayList<>();
        // All of them are known before the first one runs.
        for (Holding holding : holdings(asked)) {
            Optional<Finding> known = rows.found(asked.key(), holding.revision());
            findings.add(known.isPresent() ? known.get() : find(asked, command, holding));
        }
        return findings;
    }

    private Finding find(Asked asked, String command, Holding holding) throws IOException, InterruptedException {
        rows.begun(asked, holding.revision());
        Finding finding = run.run(
                asked.key(),
                command,
                asked.release(),
                holding,
                line -> rows.progress(asked.key(), holding.revision().unit(), line));
        rows.ended(asked.key(), finding);
        return finding;
    }

    private List<Holding> holdings(Asked asked) {
        return releases.submitted(asked.release()).parts().stream()
                .filter(part -> asked.part().map(part.unit()::equals).orElse(true))
                .map(part -> part.revision()
                        .or(() -> checkIns.offered(part.id()))
                        .flatMap(library::find)
                        .orElseThrow(() -> new TerminalFailure(asked.step() + ": nothing of " + part.unit()
                                + " lies in the library yet; draw the check behind what stores it")))
                .toList();
    }

    @Override
    public boolean record(Asked asked, List<Finding> findings) {
        findings.forEach(finding -> log.append(
                asked.release(),
                new RevisionChecked(
                        asked.step(), asked.check(), finding.revision(), finding.passed(), finding.summary())));
        // Nothing that was looked at is nothing that passed.
        return !findings.isEmpty() && findings.stream().allMatch(Finding::passed);
    }
}
