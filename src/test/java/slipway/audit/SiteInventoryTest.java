package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The line is what an auditor signs, so that everything that was seen is in it. */
class SiteInventoryTest {
    private static final UnitId UNIT = new UnitId("iban-check");
    private static final Digest DIGEST = Digest.of("files");
    private static final UnitRevision REVISION = new UnitRevision(UNIT, "1.1.0", DIGEST);
    private static final String WORDS = "1.1.0 " + DIGEST.hex();

    @Test
    void a_site_that_runs_what_is_expected_is_signed_with_version_and_digest() {
        assertThat(line(REVISION, Optional.of(new Content.Known(REVISION)), Optional.of(DIGEST), Optional.empty()))
                .isEqualTo("oslo|iban-check|2026-11-25T12:00:00Z|-|REL-2026-0007|" + WORDS + "|" + WORDS + "|"
                        + DIGEST.hex() + "|3");
    }

    @Test
    void what_nobody_expects_nor_can_say_is_signed_as_that_and_who_looked_too() {
        assertThat(line(null, Optional.empty(), Optional.empty(), Optional.of(new Actor("dana"))))
                .isEqualTo("oslo|iban-check|2026-11-25T12:00:00Z|dana|REL-2026-0007|-|-|-|3");
        assertThat(line(null, Optional.of(new Content.Absent()), Optional.empty(), Optional.empty()))
                .isEqualTo("oslo|iban-check|2026-11-25T12:00:00Z|-|REL-2026-0007|-|" + new Content.Absent() + "|-|3");
    }

    private static String line(
            @Nullable UnitRevision expected, Optional<Content> observed, Optional<Digest> files, Optional<Actor> by) {
        return new SiteInventory(
                        new SiteId("oslo"),
                        UNIT,
                        Instant.parse("2026-11-25T12:00:00Z"),
                        by,
                        "REL-2026-0007",
                        expected,
                        observed,
                        2,
                        files,
                        3)
                .line();
    }
}
