package slipway.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Our value types as JSON: those of one value as its text, so that people can read the log and the REST answers. */
public final class ValueTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public ValueTypes() {
        super("slipway-values");
        text(ReleaseNumber.class, ReleaseNumber::value, ReleaseNumber::new);
        text(RfcNumber.class, RfcNumber::value, RfcNumber::new);
        text(UnitId.class, UnitId::value, UnitId::new);
        text(SiteId.class, SiteId::value, SiteId::new);
        text(Actor.class, Actor::id, Actor::new);
        text(Digest.class, Digest::hex, Digest::new);
        text(PartId.class, PartId::toString, ValueTypes::part);
        text(UnitRevision.class, ValueTypes::words, ValueTypes::revision);
        text(Content.class, ValueTypes::words, ValueTypes::content);
    }

    /** A mapper that knows them, and instants as ISO 8601. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModules(new ValueTypes(), new JavaTimeModule(), new Jdk8Module())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new Written<>(write));
        addDeserializer(type, new Read<>(read));
    }

    private static PartId part(String text) {
        int slash = text.indexOf('/');
        return new PartId(new ReleaseNumber(text.substring(0, slash)), new UnitId(text.substring(slash + 1)));
    }

    /** Unit, version and digest; none of them can hold a space. */
    private static String words(UnitRevision revision) {
        return revision.unit() + " " + revision.version() + " "
                + revision.digest().hex();
    }

    private static UnitRevision revision(String text) {
        String[] words = text.split(" ", 3);
        return new UnitRevision(new UnitId(words[0]), words[1], new Digest(words[2]));
    }

    private static String words(Content content) {
        return switch (content) {
            case Content.Known known -> words(known.revision());
            case Content.Unknown unknown -> "unknown " + unknown.digest().hex();
            case Content.Absent absent -> "absent";
        };
    }

    private static Content content(String text) {
        if (text.equals("absent")) {
            return new Content.Absent();
        }
        return text.indexOf(' ') == text.lastIndexOf(' ')
                ? new Content.Unknown(new Digest(text.substring(text.indexOf(' ') + 1)))
                : new Content.Known(revision(text));
    }

    private static final class Written<T> extends JsonSerializer<T> {
        private final Function<T, String> write;

        Written(Function<T, String> write) {
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write.apply(value));
        }
    }

    private static final class Read<T> extends JsonDeserializer<T> {
        private final Function<String, T> read;

        Read(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = Optional.ofNullable(in.getValueAsString())
                    .orElseThrow(() -> new IOException("a value type is written as text"));
            return read.apply(text);
        }
    }
}
