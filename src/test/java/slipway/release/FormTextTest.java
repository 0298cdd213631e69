package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class FormTextTest {
    private static final Instant AT = Instant.parse("2026-11-24T14:05:59Z");
    private static final Digest DIGEST = Digest.of("made");

    private record EveryChapter(
            ReleaseNumber number,
            Actor by,
            String text,
            int count,
            boolean yes,
            Instant at,
            Duration limit,
            ReleaseState state,
            Digest digest,
            UnitRevision revision,
            Content content,
            Optional<Instant> perhapsAt,
            Optional<Line> perhapsLine,
            Line line,
            List<SiteId> sites,
            List<Line> lines)
            implements Chapter {}

    private record Line(UnitId unit, Optional<String> version, List<SiteId> sites) {}

    @Test
    void each_value_reads_as_people_say_it() {
        Line line = new Line(CHECK, Optional.of("1.1.0"), List.of(new SiteId("zurich"), new SiteId("new-york")));
        Map<String, Object> lineAsMap = Map.of("unit", "iban-check", "version", "1.1.0", "sites", "zurich, new-york");
        assertThat(FormText.of(new EveryChapter(
                        Parts.RELEASE,
                        new Actor("rita"),
                        "as typed **",
                        7,
                        true,
                        AT,
                        Duration.ofMinutes(5),
                        ReleaseState.IN_ROLLOUT,
                        DIGEST,
                        new UnitRevision(CHECK, "1.1.0", DIGEST),
                        new Content.Absent(),
                        Optional.of(AT),
                        Optional.of(line),
                        line,
                        List.of(new SiteId("zurich"), new SiteId("new-york")),
                        List.of(line))))
                .containsExactly(
                        Map.entry("number", "REL-2026-0001"),
                        Map.entry("by", "rita"),
                        Map.entry("text", "as typed **"),
                        Map.entry("count", 7),
                        Map.entry("yes", true),
                        Map.entry("at", "24 Nov 2026 14:05 UTC"),
                        Map.entry("limit", "5 minutes"),
                        Map.entry("state", "in rollout"),
                        Map.entry("digest", DIGEST.hex()),
                        Map.entry("revision", "iban-check 1.1.0 (" + DIGEST.brief() + ")"),
                        Map.entry("content", "nothing installed"),
                        Map.entry("perhapsAt", "24 Nov 2026 14:05 UTC"),
                        Map.entry("perhapsLine", lineAsMap),
                        Map.entry("line", lineAsMap),
                        Map.entry("sites", "zurich, new-york"),
                        Map.entry("lines", List.of(lineAsMap)));
    }

    private record EmptyChapter(Optional<Line> line, Optional<Instant> at, List<Line> lines, List<SiteId> sites)
            implements Chapter {}

    @Test
    void what_is_not_known_yet_is_empty_and_a_table_stays_a_table() {
        assertThat(FormText.of(new EmptyChapter(Optional.empty(), Optional.empty(), List.of(), List.of())))
                .containsExactly(
                        Map.entry("line", ""),
                        Map.entry("at", ""),
                        Map.entry("lines", List.of()),
                        Map.entry("sites", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 seconds",
        "PT1S, 1 second",
        "PT20S, 20 seconds",
        "PT1M, 1 minute",
        "PT2H5M, 2 hours 5 minutes",
        "P1DT1H, 1 day 1 hour",
        "P14D, 14 days",
        "PT0.4S, 0 seconds"
    })
    void a_duration_names_its_units(Duration duration, String words) {
        assertThat(FormText.words(duration)).isEqualTo(words);
    }

    @Test
    void the_key_of_a_chapter_is_its_name_in_camel_case() {
        assertThat(Chapter.key(EveryChapter.class)).isEqualTo("every");
        assertThat(Chapter.key(ScopeChapter.class)).isEqualTo("scope");
    }
}
