package slipway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private final List<Long> read = new ArrayList<>();

    private final EventReader reader = new EventReader() {
        @Override
        public String name() {
            return "keeps";
        }

        @Override
        public void read(EventLog.Entry entry) {
            read.add(entry.seq());
        }
    };

    @Test
    void a_reader_that_says_nothing_else_reads_one_event_after_the_other_and_acts_on_it() {
        reader.read(List.of(entry(3), entry(7)));

        assertThat(read).containsExactly(3L, 7L);
        assertThat(reader.derives()).isFalse();
    }

    private static EventLog.Entry entry(long number) {
        Event event = () -> "Something happened.";
        return new EventLog.Entry(number, Instant.EPOCH, Optional.empty(), Optional.empty(), event.subject(), event);
    }
}
