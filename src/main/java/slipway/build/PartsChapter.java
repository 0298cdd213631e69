package slipway.build;

import java.util.List;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Digest;
import slipway.shared.UnitId;

/** What the parts were made of and what became of it in the library. */
public record PartsChapter(List<Made> parts, List<Artefact> artefacts) implements Chapter {
    /** How the newest attempt at a part went. */
    public record Made(
            UnitId unit,
            String how,
            String source,
            String pin,
            String state,
            String problem,
            Optional<String> version,
            Optional<Digest> digest,
            String library) {}

    /** One file of a revision that lies in the library; of one with very many files the first thousand. */
    public record Artefact(UnitId unit, String path, long size, Digest digest) {}
}
