package slipway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
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

class ValueTypesTest {
    private static final Digest DIGEST = Digest.of("files");
    private static final ReleaseNumber RELEASE = new ReleaseNumber("REL-2026-0007");
    private static final UnitId UNIT = new UnitId("check");

    /** Each value as people read it in the log. */
    private static final Map<Object, String> TEXTS = Map.of(
            RELEASE,
            "REL-2026-0007",
            new RfcNumber("RFC-1001"),
            "RFC-1001",
            UNIT,
            "check",
            new SiteId("zurich"),
            "zurich",
            new Actor("rita"),
            "rita",
            DIGEST,
            DIGEST.hex(),
            new PartId(RELEASE, UNIT),
            "REL-2026-0007/check",
            new UnitRevision(UNIT, "1.1.0", DIGEST),
            "check 1.1.0 " + DIGEST.hex(),
            new Content.Unknown(DIGEST),
            "unknown " + DIGEST.hex(),
            new Content.Absent(),
            "absent");

    private final ObjectMapper json = ValueTypes.mapper();

    @Test
    void a_value_is_its_text_and_the_text_is_the_value() throws JsonProcessingException {
        for (Map.Entry<Object, String> value : TEXTS.entrySet()) {
            Class<?> type = value.getKey() instanceof Content
                    ? Content.class
                    : value.getKey().getClass();
            String written = json.writerFor(type).writeValueAsString(value.getKey());

            assertThat(written).isEqualTo("\"" + value.getValue() + "\"");
            assertThat((Object) json.readValue(written, type)).isEqualTo(value.getKey());
        }
    }

    @Test
    void a_value_that_is_no_text_is_not_read() {
        assertThatThrownBy(() -> json.readValue("{\"value\":\"check\"}", UnitId.class))
                .hasMessageContaining("a value type is written as text");
    }
}
