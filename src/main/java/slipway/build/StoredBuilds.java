package slipway.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.cmdb.Cmdb;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;

@Component
@Transactional
class StoredBuilds implements Builds {
    private final BuildRows rows;
    private final BuildRun runner;
    private final Deposits deposits;
    private final BuildFolders folders;
    private final SourceRepository sources;
    private final Cmdb cmdb;
    private final Releases releases;
    private final Journal journal;
    private final CheckIns checkIns;
    private final Authors authors;

    StoredBuilds(
            BuildRows rows,
            BuildRun runner,
            Deposits deposits,
            BuildFolders folders,
            SourceRepository sources,
            Cmdb cmdb,
            Releases releases,
            Journal journal,
            CheckIns checkIns,
            Authors authors) {
        this.rows = rows;
        this.runner = runner;
        this.deposits = deposits;
        this.folders = folders;
        this.sources = sources;
        this.cmdb = cmdb;
        this.releases = releases;
        this.journal = journal;
        this.checkIns = checkIns;
        this.authors = authors;
    }

    @Override
    public Build order(ReleaseNumber number) {
        Release release = releases.get(number);
        String tag = release.confirmedScope().tag();
        List<Build> former = rows.of(number);
        if (!former.isEmpty()
                && !former.getFirst().ended()
                && former.getFirst().tag().equals(tag)) {
            return former.getFirst();
        }
        if (release.state() != ReleaseState.IN_BUILD) {
            require(releases.move(number, ReleaseState.IN_BUILD));
        }
        return add(number, former.size() + 1, release.confirmedScope().unit(), tag);
    }

    private Build add(ReleaseNumber number, int attempt, UnitId unit, String tag) {
        String key = "BLD-" + number + "-" + attempt;
        String repository = cmdb.unit(unit).repository();
        String commit = "";
        String problem = "the sources of " + unit + " have no tag '" + tag + "'";
        try {
            commit = sources.tag(repository, tag)
                    .map(SourceRepository.Tag::commit)
                    .orElse("");
        } catch (UnusableRepository e) {
            problem = String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.add(key, number, attempt, unit, repository, tag, commit);
        journal.append(number, "BuildOrdered", null, Map.of("build", key, "tag", tag, "commit", commit));
        if (commit.isEmpty()) {
            return record(key, new Failed(problem, null, 0, ""));
        }
        return get(key);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Verdict run(String key) throws IOException, InterruptedException {
        Build build = get(key);
        return switch (build.state()) {
            case ORDERED, RUNNING -> runner.run(build);
            case FAILED -> new Failed(build.problem(), build.exitCode(), 0, build.logTail());
            case PASSED -> new Passed(build.revision().version(), build.made(), Set.of(), 0, build.logTail());
        };
    }

    @Override
    public Build record(String key, Verdict verdict) {
        Build build = rows.lock(key).orElseThrow(() -> new IllegalStateException("there is no build " + key));
        if (build.ended()) {
            return build;
        }
        switch (verdict) {
            case Passed passed -> {
                rows.passed(key, passed);
                journal.append(
                        build.release(),
                        "BuildPassed",
                        null,
                        Map.of(
                                "build",
                                key,
                                "version",
                                passed.version(),
                                "digest",
                                passed.manifest().digest().hex(),
                                "authors",
                                authors.note(build, passed.authors())));
            }
            case Failed failed -> {
                rows.failed(key, failed);
                journal.append(build.release(), "BuildFailed", null, Map.of("build", key, "problem", failed.problem()));
            }
        }
        return get(key);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Deposit deposit(String key) throws IOException {
        return deposits.deposit(get(key));
    }

    @Override
    public Result propose(String key, Deposit deposit) {
        return checkIns.propose(get(key), deposit);
    }

    @Override
    public Result attestScan(ReleaseNumber release, Actor officer, boolean clean, String scanner, String remark) {
        return checkIns.attestScan(latest(release), officer, clean, scanner, remark);
    }

    @Override
    public Result checkIn(ReleaseNumber release) {
        return checkIns.checkIn(latest(release));
    }

    @Override
    public Result repair(ReleaseNumber release, Actor engineer, String tag, Cause cause, String remark) {
        Build build = latest(release);
        if (remark.isBlank()) {
            return Result.refusedAt("remark", "remark-missing", "say what was wrong and what was done");
        }
        if (!tags(build.unit()).contains(tag)) {
            return Result.refusedAt(
                    "tag", "unknown-tag", "the sources of " + build.unit() + " have no tag '" + tag + "'");
        }
        if (tag.equals(build.tag()) && cause != Cause.INFRASTRUCTURE) {
            return Result.refusedAt(
                    "tag",
                    "same-tag",
                    "a mended " + cause.name().toLowerCase(java.util.Locale.ROOT) + " has a new tag; '" + tag
                            + "' is what was built before");
        }
        Result result = releases.retag(release, tag);
        if (result instanceof Result.Done) {
            rows.repaired(build, engineer, tag, cause, remark);
            journal.append(
                    release,
                    "BuildRepaired",
                    engineer,
                    Map.of("build", build.key(), "tag", tag, "cause", cause.name(), "remark", remark));
        }
        return result;
    }

    // The models move releases in this order only, so a refusal here is a fault and undoes the transaction.
    private static void require(Result result) {
        if (result instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }

    private Build get(String key) {
        return rows.find(key).orElseThrow(() -> new IllegalStateException("there is no build " + key));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Build> find(String key) {
        return rows.find(key);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Build> of(ReleaseNumber release) {
        return rows.of(release);
    }

    @Override
    @Transactional(readOnly = true)
    public Build latest(ReleaseNumber release) {
        return rows.of(release).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no build"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Path log(String key) {
        return folders.log(get(key).key());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> tags(UnitId unit) {
        try {
            return sources.tags(cmdb.unit(unit).repository()).stream()
                    .map(SourceRepository.Tag::name)
                    .toList();
        } catch (UnusableRepository e) {
            // The form shows no tags; ordering names the repository's fault.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
