package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", PageSize.USUAL, "200"})
    void a_page_holds_one_to_two_hundred_rows(String typed) {
        assertThat(new PageSize(typed).rows()).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "201", "9999", "99999", "all", "5 0"})
    void any_other_size_is_refused_with_what_it_may_be(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageSize(typed))
                .withMessage("the size of a page is a number from 1 to 200, not '" + typed + "'");
    }
}
