package slipway.callout;

import slipway.event.Event;

/** What came of calls that process owners drew. */
public sealed interface CallOutEvent extends Event {

    /** Others were asked, and answered; {@code step} is the name of what asked them. */
    record OthersAnswered(String step, String name, String answer) implements CallOutEvent {
        @Override
        public String subject() {
            return step;
        }

        @Override
        public String words() {
            return step + ": " + name + " answered " + answer + ".";
        }
    }

    /** Others were asked, and what came was no answer. */
    record OthersUnclear(String step, String name, String problem) implements CallOutEvent {
        @Override
        public String subject() {
            return step;
        }

        @Override
        public String words() {
            return step + ": " + name + " gave no answer: " + problem + ".";
        }
    }
}
