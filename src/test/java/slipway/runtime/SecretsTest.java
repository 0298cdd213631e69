package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_password_is_generated_once_and_readable_by_its_owner_only() throws Exception {
        String password = new Secrets(folder.resolve("secrets")).password("tour");

        assertThat(new Secrets(folder.resolve("secrets")).password("tour")).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/tour"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @RepeatedTest(20)
    void it_is_strong_enough_for_the_engines_policy() {
        assertThat(GeneratedPassword.next())
                .matches("[A-Za-z0-9]{5}(-[A-Za-z0-9]{5}){3}")
                .containsPattern("[a-z]")
                .containsPattern("[A-Z]")
                .containsPattern("[0-9]");
    }

    @RepeatedTest(20)
    void no_name_is_in_it_by_chance() {
        assertThat(GeneratedPassword.next()).doesNotContainPattern("(?i)[aeiouy]");
    }
}
