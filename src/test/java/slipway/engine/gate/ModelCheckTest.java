package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code make check-models} says. */
class ModelCheckTest {
    private static final String RELEASE = "bpmn/release/release-management.bpmn";

    @TempDir
    Path project;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void the_models_of_the_project_may_enter() throws IOException {
        assertThat(check(Path.of(""))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing keeps them out");
    }

    @Test
    void what_some_way_runs_into_is_said_with_the_way() throws IOException {
        copyWith(Drafts.shipped().leading(RELEASE, "Flow_EverybodyReady_AuditSitesBefore", "Event_ReadyToGoLive"));

        assertThat(check(project)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("is done only when it is PRE_AUDITED, on the way")
                .contains("1 findings");
    }

    @Test
    void a_file_that_does_not_belong_there_is_named() throws IOException {
        copyWith(Drafts.shipped());
        Files.writeString(project.resolve("bpmn/release/notes.txt"), "later");

        assertThat(check(project)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("bpmn/release/notes.txt");
    }

    @Test
    void a_folder_without_models_is_said_to_be_none() throws IOException {
        assertThat(check(project)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("There is no model in " + project + ": name the folder that holds");
    }

    @Test
    void a_file_that_is_no_text_is_named() throws IOException {
        copyWith(Drafts.shipped());
        Files.write(project.resolve("forms/picture.form"), new byte[] {(byte) 0xff, (byte) 0xd8, 0});

        assertThat(check(project)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("forms/picture.form is no text in UTF-8");
    }

    @Test
    void the_contract_beside_the_tools_is_the_one_of_the_beans() throws IOException {
        ModelCheck.run(List.of("--contract"), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(Path.of("tools/models/contract.json"))
                .as("'make docs' writes it")
                .hasContent(said.toString(StandardCharsets.UTF_8));
    }

    private int check(Path folder) throws IOException {
        return ModelCheck.run(List.of(folder.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private void copyWith(Drafts draft) throws IOException {
        for (var file : draft.set().files().entrySet()) {
            Path copy = project.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
    }
}
