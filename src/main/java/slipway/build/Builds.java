package slipway.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipway.build.port.SourceRepository.Author;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;

/** Builds of releases from exact commits, and what becomes of them in the library. */
public interface Builds {
    /** Name of the companion that holds the exact sources, as a tar file. */
    String SOURCES = "sources.tar";

    /** Why a build is repaired. */
    enum Cause {
        /** The product's sources were wrong. */
        PRODUCT,
        /** The way it is built was wrong. */
        RECIPE,
        /** The surroundings failed; the same sources may pass. */
        INFRASTRUCTURE
    }

    /** How a run went, before it is recorded. */
    sealed interface Verdict {}

    /** It made these artefacts of this version. */
    record Passed(String version, Manifest manifest, Set<Author> authors, long millis, String logTail)
            implements Verdict {}

    /** It made nothing that can be used. */
    record Failed(String problem, @Nullable Integer exitCode, long millis, String logTail) implements Verdict {}

    /** What was put into the store of a passed build. */
    record Deposit(Map<String, Digest> companions) {}

    /**
     * Writes the order to build the release's tag at its exact commit, and moves {@code PLANNED → IN_BUILD}. While an
     * order for that tag is open it is the same order.
     */
    Build order(ReleaseNumber release);

    /** Runs an order outside any transaction: from clean again after a crash, not at all when its outcome is recorded. */
    Verdict run(String key) throws IOException, InterruptedException;

    /** Records how it went, once, and who wrote what a passed build is made of. */
    Build record(String key, Verdict verdict);

    /** Puts artefacts, sources, log and documents of a passed build into the store; the same again after a crash. */
    Deposit deposit(String key) throws IOException;

    /** Proposes the revision to the library; a refusal is kept with the build for who repairs it. */
    Result propose(String key, Deposit deposit);

    /** The security officer's word on exactly the revision of the newest build. */
    Result attestScan(ReleaseNumber release, Actor officer, boolean clean, String scanner, String remark);

    /** Checks the revision in, binds the release to it and moves it to {@code IN_TEST}. */
    Result checkIn(ReleaseNumber release);

    /** The build engineer's answer to a failed or refused build: what was wrong and the tag to build next. */
    Result repair(ReleaseNumber release, Actor engineer, String tag, Cause cause, String remark);

    Optional<Build> find(String key);

    /** Every build of a release, newest first. */
    List<Build> of(ReleaseNumber release);

    /** The newest build; an error when there is none. */
    Build latest(ReleaseNumber release);

    /** The output of a build, growing while it runs; absent before it starts. */
    Path log(String key);

    /** The tags of a unit's sources, newest first. */
    List<String> tags(UnitId unit);
}
