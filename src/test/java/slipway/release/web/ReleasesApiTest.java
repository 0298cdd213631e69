package slipway.release.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.EARLY_LIFE;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.POST_AUDITED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;
import static slipway.release.ReleaseState.REVIEWED;
import static slipway.release.ReleaseState.SCHEDULED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import slipway.event.ValueTypes;
import slipway.identity.Roles;
import slipway.release.Dossiers;
import slipway.release.Outcome;
import slipway.release.ReleaseStory;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;

class ReleasesApiTest extends ReleaseStory {
    @Autowired
    private Dossiers dossiers;

    private MockMvc api;

    @BeforeEach
    void api() {
        api = MockMvcBuilders.standaloneSetup(new ReleasesApi(releases, dossiers))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(ValueTypes.mapper()))
                .build();
    }

    @Test
    void a_page_is_newest_first_and_the_next_one_follows_its_last() throws Exception {
        ReleaseNumber first = drafted();
        ReleaseNumber second = inBuild(both());
        done(releases.ready(new PartId(second, CHECK), made(CHECK, "1.1.0")));
        api.perform(get("/api/releases?most=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].number").value(second.value()))
                .andExpect(jsonPath("$[0].state").value("IN_BUILD"))
                .andExpect(jsonPath("$[0].type").value("MINOR"))
                .andExpect(jsonPath("$[0].title").value("Check faster"))
                .andExpect(jsonPath("$[0].purpose").value("Customers wait"))
                .andExpect(jsonPath("$[0].draftedAt").isString())
                .andExpect(jsonPath("$[0].policy").value(policy))
                .andExpect(jsonPath("$[0].outcome").doesNotExist())
                .andExpect(jsonPath("$[0].parts[0].unit").value("story-check"))
                .andExpect(jsonPath("$[0].parts[0].version").value("1.1.0"))
                .andExpect(jsonPath("$[0].parts[0].digest")
                        .value(revision(CHECK, "1.1.0").digest().hex()))
                .andExpect(jsonPath("$[0].parts[1].version").doesNotExist())
                .andExpect(jsonPath("$[0].rfcs[0]").value("RFC-70001"))
                .andExpect(jsonPath("$[0].sites[0]").value("story-new-york"));
        api.perform(get("/api/releases?most=1&olderThan=" + second))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].number").value(first.value()))
                .andExpect(jsonPath("$[0].requester").value("mara"))
                .andExpect(jsonPath("$[0].type").doesNotExist())
                .andExpect(jsonPath("$[0].parts").doesNotExist());
    }

    @Test
    void a_release_shows_every_chapter_with_values_as_text() throws Exception {
        ReleaseNumber release = inBuild(checkOnly());
        api.perform(get("/api/releases/" + release).principal(member("anna", Roles.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.closed").isEmpty())
                .andExpect(jsonPath("$.release.number").value(release.value()))
                .andExpect(jsonPath("$.scope.number").value(release.value()))
                .andExpect(jsonPath("$.scope.state").value("IN_BUILD"))
                .andExpect(jsonPath("$.scope.requester").value("mara"))
                .andExpect(jsonPath("$.scope.parts[0].unit").value("story-check"))
                .andExpect(jsonPath("$.scope.sites[0]").value("story-new-york"))
                .andExpect(jsonPath("$.history.lines").isArray());
    }

    @Test
    void what_people_decided_is_for_those_who_decide_and_for_the_requester() throws Exception {
        ReleaseNumber release = inBuild(checkOnly());
        api.perform(get("/api/releases/" + release).principal(member("nils", Roles.SITE_COORDINATOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scope").exists())
                .andExpect(jsonPath("$.history").doesNotExist())
                .andExpect(jsonPath("$.closed.history", containsString("Change manager")));
        api.perform(get("/api/releases/" + release).principal(member("mara", Roles.SITE_COORDINATOR)))
                .andExpect(jsonPath("$.history").exists())
                .andExpect(jsonPath("$.closed").isEmpty());
    }

    private static Authentication member(String account, Roles role) {
        return new TestingAuthenticationToken(account, "", role.group());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REL-1999-0001", "rel-1", "REL-2026-1", "null"})
    void an_unknown_or_malformed_number_is_not_found(String number) throws Exception {
        api.perform(get("/api/releases/" + number).principal(member("anna", Roles.AUDITOR)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString(number)));
    }

    @Test
    void a_closed_release_says_how_it_went() throws Exception {
        ReleaseNumber release = accepted(checkOnly());
        moved(release, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED, IN_ROLLOUT, DEPLOYED, POST_AUDITED);
        moved(release, EARLY_LIFE, REVIEWED);
        done(releases.close(release, Outcome.WITH_ISSUES));
        api.perform(get("/api/releases?most=200"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].number").value(release.value()))
                .andExpect(jsonPath("$[0].outcome").value("WITH_ISSUES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"most=0", "most=201", "most=-1", "most=many", "most=99999999999"})
    void a_page_has_one_to_two_hundred_releases(String query) throws Exception {
        api.perform(get("/api/releases?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(refused -> assertThat(refused.getResolvedException())
                        .rootCause()
                        .hasMessageContaining("from 1 to 200, not '" + query.substring(5) + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REL-1999-0001", "last", ""})
    void a_page_follows_a_release_that_there_is(String number) throws Exception {
        api.perform(get("/api/releases?olderThan=" + number)).andExpect(status().isBadRequest());
    }
}
