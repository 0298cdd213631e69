package slipway.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.build.port.SourceRepository.Writer;
import slipway.shared.Actor;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Builds of parts from exact commits. */
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
    record Passed(String version, Manifest manifest, List<Writer> writers, long millis, String logTail)
            implements Verdict {}

    /** It made nothing that can be used. */
    record Failed(String problem, @Nullable Integer exitCode, long millis, String logTail) implements Verdict {}

    /**
     * Writes the order to build the part's source at the commit that the plan bound. While an order for that commit is
     * open it is the same order. A tag that names another commit by now is a failed build that says so.
     */
    Build order(PartId part);

    /** Runs an order outside any transaction: from clean again after a crash, not at all when its outcome is recorded. */
    Verdict run(String key) throws IOException, InterruptedException;

    /** Records how it went, once, and who wrote what a passed build is made of. */
    Build record(String key, Verdict verdict);

    /** The build engineer's answer to a failed or refused build: what was wrong and the tag to build next. */
    Result repair(PartId part, Actor engineer, String tag, Cause cause, String remark);

    Optional<Build> find(String key);

    /** Builds of a release, newest first, as many at most; from the newest on, or those ordered before that one of its. */
    List<Build> page(ReleaseNumber release, Optional<Build> olderThan, int most);

    /** The newest build of a part, if there is one. */
    Optional<Build> newest(PartId part);

    /** The newest build of a part; an error when there is none. */
    Build latest(PartId part);

    /** The output of a build, growing while it runs; absent before it starts. */
    Path log(String key);
}
