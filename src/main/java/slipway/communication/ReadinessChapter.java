package slipway.communication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Actor;

/** Who was told, and which coordinator said what about readiness. */
public record ReadinessChapter(List<Word> words, List<Notice> notices) implements Chapter {
    /** The newest word for the sites of a coordinator in their waves; {@code state} is ready, not ready or open. */
    public record Word(Actor coordinator, String sites, String state, String reason, Optional<Instant> at) {}

    /** One notice. */
    public record Notice(String about, Actor recipient, String state, Instant queuedAt) {}
}
