package slipway.rollout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import slipway.event.ValueTypes;
import slipway.shared.ReleaseNumber;
import slipway.testing.InsideStory;

class TargetsResourceTest extends InsideStory {
    private MockMvc api;
    private ReleaseNumber release;

    @BeforeEach
    void api() {
        api = MockMvcBuilders.standaloneSetup(new TargetsResource(releases, targets))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(ValueTypes.mapper()))
                .build();
        release = submitted();
    }

    @Test
    void a_page_follows_the_last_site_and_unit_of_the_one_before() throws Exception {
        api.perform(get(address() + "?most=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].site").value("new-york"))
                .andExpect(jsonPath("$[0].unit").value("inside-story"))
                .andExpect(jsonPath("$[1].site").value("singapore-dr"));
        api.perform(get(address() + "?after=singapore-dr/inside-story"))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].site").value("zurich"));
        api.perform(get(address() + "?after=zurich/inside-story")).andExpect(jsonPath("$", hasSize(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zurich", "zurich/", "/inside-story", "zurich/other", "bern/inside-story", "", "Z/Ü/x"})
    void a_page_follows_a_site_and_unit_that_the_release_has(String after) throws Exception {
        api.perform(get(address()).param("after", after))
                .andExpect(status().isBadRequest())
                .andExpect(
                        status().reason(containsString("'" + after + "' is no site and unit of release " + release)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "many"})
    void a_page_has_one_to_two_hundred_rows(String most) throws Exception {
        api.perform(get(address()).param("most", most))
                .andExpect(status().isBadRequest())
                .andExpect(refused -> assertThat(refused.getResolvedException())
                        .rootCause()
                        .hasMessageContaining("from 1 to 200, not '" + most + "'"));
    }

    private String address() {
        return "/api/releases/" + release + "/targets";
    }
}
