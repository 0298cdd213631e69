package slipway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class EventTypesTest {
    private static final UnitRevision REVISION = new UnitRevision(new UnitId("check"), "1.1.0", Digest.of("1.1.0"));
    private static final ReleaseNumber RELEASE = new ReleaseNumber("REL-2026-0007");
    private static final Everything EVERYTHING = new Everything(
            "a \"word\"\nand 😀",
            7,
            8L,
            true,
            Weekday.MONDAY,
            Instant.parse("2026-11-25T10:15:30.123456Z"),
            Duration.ofMinutes(90),
            RELEASE,
            new RfcNumber("RFC-1001"),
            new UnitId("check"),
            new SiteId("zurich"),
            new Actor("rita"),
            Digest.of("x"),
            new PartId(RELEASE, new UnitId("check")),
            REVISION,
            List.of(new Content.Known(REVISION), new Content.Unknown(Digest.of("y")), new Content.Absent()),
            Optional.of(new SiteId("oslo")),
            Optional.empty(),
            List.of(new SiteId("zurich"), new SiteId("oslo")),
            List.of());

    private final EventTypes types = new EventTypes(List.of(new EventFamily(Sample.class)));

    private enum Weekday {
        MONDAY
    }

    sealed interface Sample extends Event {
        @Override
        default String words() {
            return "Something was tried.";
        }
    }

    sealed interface Nested extends Sample {}

    record Everything(
            String text,
            int number,
            long large,
            boolean flag,
            Weekday weekday,
            Instant at,
            Duration lasting,
            ReleaseNumber release,
            RfcNumber rfc,
            UnitId unit,
            SiteId site,
            Actor actor,
            Digest digest,
            PartId part,
            UnitRevision revision,
            List<Content> contents,
            Optional<SiteId> perhaps,
            Optional<Digest> not,
            List<SiteId> sites,
            List<String> none)
            implements Sample {}

    record Deeper(int version) implements Nested {}

    sealed interface Other extends Event {}

    static final class Elsewhere {
        record Deeper() implements Other {
            @Override
            public String words() {
                return "Something else.";
            }
        }
    }

    @Test
    void every_value_comes_back_equal() {
        assertThat(types.event("Everything", types.body(EVERYTHING))).isEqualTo(EVERYTHING);
    }

    @Test
    void the_log_is_read_by_people_too() {
        assertThat(types.body(EVERYTHING))
                .contains("\"release\":\"REL-2026-0007\"")
                .contains("\"part\":\"REL-2026-0007/check\"")
                .contains("\"revision\":\"check 1.1.0 " + REVISION.digest() + "\"")
                .contains("\"contents\":[\"check 1.1.0 " + REVISION.digest() + "\",\"unknown " + Digest.of("y")
                        + "\",\"absent\"]")
                .contains("\"at\":\"2026-11-25T10:15:30.123456Z\"");
    }

    @Test
    void a_family_within_a_family_belongs_to_it() {
        assertThat(types.event("Deeper", types.body(new Deeper(3)))).isEqualTo(new Deeper(3));
    }

    @Test
    void a_component_named_version_does_not_hide_the_version_of_the_shape() {
        assertThat(new Deeper(3).shape()).isEqualTo(1);
    }

    @Test
    void two_events_of_one_name_are_an_error_at_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new EventTypes(List.of(new EventFamily(Sample.class), new EventFamily(Other.class))))
                .withMessageContaining("Deeper");
    }

    @Test
    void a_family_is_sealed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventFamily(Event.class));
    }

    @Test
    void an_event_of_no_family_is_not_logged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> types.body(new Elsewhere.Deeper()))
                .withMessageContaining("in no family");
    }

    @Test
    void an_unknown_type_in_the_log_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> types.event("ReleaseSent", "{}"))
                .withMessageContaining("ReleaseSent");
    }

    @Test
    void a_body_that_does_not_fit_is_shown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> types.event("Deeper", "{\"version\": \"three\"}"))
                .withMessageContaining("three");
    }
}
