package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentTest {
    private static final UnitRevision REVISION = new UnitRevision(new UnitId("check"), "1.0.0", Digest.of("files"));

    @Test
    void known_unknown_and_absent_are_three_different_things_for_people_too() {
        assertThat(new Content.Known(REVISION)).hasToString(REVISION.toString());
        assertThat(new Content.Unknown(Digest.of("x")))
                .hasToString("unknown content (" + Digest.of("x").brief() + ")");
        assertThat(new Content.Absent()).hasToString("nothing installed");
    }

    @Test
    void only_known_content_is_of_a_revision() {
        assertThat(Content.of(REVISION).known()).contains(REVISION);
        assertThat(Content.of(null)).isEqualTo(new Content.Absent());
        assertThat(Content.of(null).known()).isEmpty();
        assertThat(new Content.Unknown(Digest.of("x")).known()).isEmpty();
    }
}
