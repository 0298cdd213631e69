package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.testing.ProcessTest;

@ProcessTest
class ContextTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient sql;

    @Test
    void the_engine_works_as_the_application_role() {
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .isNotNegative();
        assertThat(sql.sql("select current_user").query(String.class).single()).isEqualTo("slipway_application");
    }
}
