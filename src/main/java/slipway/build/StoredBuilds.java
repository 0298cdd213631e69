package slipway.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.BuildEvent.BuildFailed;
import slipway.build.BuildEvent.BuildOrdered;
import slipway.build.BuildEvent.BuildPassed;
import slipway.build.BuildEvent.BuildRepaired;
import slipway.event.EventLog;
import slipway.release.ReleasePart;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredBuilds implements Builds {
    private final BuildRows rows;
    private final BuildRun runner;
    private final BuildFolders folders;
    private final PinnedSources sources;
    private final PartsInWork parts;
    private final Repairs repairs;
    private final AuthorNotes authors;
    private final EventLog log;

    StoredBuilds(
            BuildRows rows,
            BuildRun runner,
            BuildFolders folders,
            PinnedSources sources,
            PartsInWork parts,
            Repairs repairs,
            AuthorNotes authors,
            EventLog log) {
        this.rows = rows;
        this.runner = runner;
        this.folders = folders;
        this.sources = sources;
        this.parts = parts;
        this.repairs = repairs;
        this.authors = authors;
        this.log = log;
    }

    @Override
    public Build order(PartId id) {
        ReleasePart.Planned part = parts.planned(id);
        Optional<Build> former = rows.newest(id);
        return former.filter(last -> last.serves(part))
                .orElseGet(() -> add(part, former.map(Build::attempt).orElse(0) + 1));
    }

    private Build add(ReleasePart.Planned part, int attempt) {
        PartId id = part.id();
        String key = "BLD-" + id.release() + "-" + id.unit() + "-" + attempt;
        PinnedSources.Found found = sources.find(part);
        rows.add(key, id, attempt, found.repository(), part.source(), part.pin());
        log.append(id.release(), new BuildOrdered(key, id.unit(), part.source(), part.pin()));
        return found.problem()
                .map(problem -> record(key, new Failed(problem, null, 0, "")))
                .orElseGet(() -> get(key));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Verdict run(String key) throws IOException, InterruptedException {
        Build build = get(key);
        return switch (build.state()) {
            case ORDERED, RUNNING -> runner.run(build);
            case FAILED -> new Failed(build.problem(), build.exitCode(), 0, build.logTail());
            case PASSED -> new Passed(build.revision().version(), build.made(), List.of(), 0, build.logTail());
        };
    }

    @Override
    public Build record(String key, Verdict verdict) {
        Build build = rows.lock(key).orElseThrow(() -> none(key));
        if (build.ended()) {
            return build;
        }
        switch (verdict) {
            case Passed passed -> {
                rows.passed(key, passed);
                List<String> unknown = authors.note(build, passed.writers());
                log.append(build.release(), new BuildPassed(key, get(key).revision(), Named.briefly(unknown)));
            }
            case Failed failed -> {
                rows.failed(key, failed);
                log.append(build.release(), new BuildFailed(key, build.unit(), failed.problem()));
            }
        }
        return get(key);
    }

    @Override
    public Result repair(PartId part, Actor engineer, String tag, Cause cause, String remark) {
        Build build = latest(part);
        Result result = repairs.take(
                part, "tag", tag, remark, pin -> RepairRules.unfit(build.tag(), build.commit(), tag, pin.pin(), cause));
        if (result instanceof Result.Done) {
            rows.repaired(build, engineer, tag, cause, remark);
            log.append(part.release(), engineer, new BuildRepaired(build.key(), part.unit(), tag, cause, remark));
        }
        return result;
    }

    private Build get(String key) {
        return rows.find(key).orElseThrow(() -> none(key));
    }

    private static IllegalStateException none(String key) {
        return new IllegalStateException("there is no build " + key);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Build> find(String key) {
        return rows.find(key);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Build> page(ReleaseNumber release, Optional<Build> olderThan, int most) {
        return olderThan
                .map(build -> rows.olderThan(release, build.key(), most))
                .orElseGet(() -> rows.newest(release, most));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Build> newest(PartId part) {
        return rows.newest(part);
    }

    @Override
    @Transactional(readOnly = true)
    public Build latest(PartId part) {
        return newest(part).orElseThrow(() -> new IllegalStateException("part " + part + " has no build"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Path log(String key) {
        return folders.log(get(key).key());
    }
}
