package slipway.scenario;

import java.io.IOException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.testing.ProcessTest;

/** Whoever wrote a build and is in no directory, as the people of a release meet them. */
@ProcessTest
class UnknownAuthorsTest {
    @Autowired
    private UnknownAuthors unknownAuthors;

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
    }

    @Test
    void a_release_waits_until_somebody_said_who_wrote_it_and_the_next_one_asks_nothing() throws IOException {
        unknownAuthors.waitForAnAnswerThatSaysEnough();
    }

    @Test
    void who_becomes_unknown_before_the_check_in_is_asked_about_again_when_the_part_is_made_again() throws IOException {
        unknownAuthors.becomeUnknownAgain();
    }
}
