package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LaneTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /camunda/app/tasklist/default/, true",
        "GET, /camunda/lib/deps.js, true",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css, true",
        "POST, /camunda/app/tasklist/default/, false",
        "GET, /camunda/api/engine/engine/default/task, false",
        "GET, /camunda/application, false",
        "GET, /engine-rest/static/x, false",
    })
    void files_of_pages_are_told_from_what_asks_the_database(String method, String path, boolean file) {
        assertThat(Lane.isFile(request(method, path))).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/auth/user/default/login/tasklist, true, true",
        "GET, /camunda/api/admin/auth/user/default, false, true",
        "GET, /actuator/health, false, true",
        "GET, /actuator/health/liveness, false, true",
        "GET, /actuator/metrics, false, false",
        "POST, /engine-rest/task, false, false",
    })
    void logging_in_and_health_have_places_of_their_own(String method, String path, boolean login, boolean door) {
        assertThat(Lane.isLogin(request(method, path))).isEqualTo(login);
        assertThat(Lane.isAtTheDoor(request(method, path))).isEqualTo(door);
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }
}
