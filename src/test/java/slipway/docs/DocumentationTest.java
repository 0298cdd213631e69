package slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages agree with the code, the models and the Makefile; each rule is seen to find a page that does not. */
class DocumentationTest {
    private static final String RELEASE_MANAGER = "docs/handbook/release-manager.md";

    private final Pages pages = Pages.ofProject();

    private record Rule(
            String name, Function<Pages, List<String>> problems, String page, UnaryOperator<String> breakage) {}

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule("links lead somewhere", LinkRules::dead, "README.md", adding("[plan](docs/plan.md)")),
                new Rule("anchors exist", LinkRules::dead, "README.md", adding("[x](docs/configuration.md#nowhere)")),
                new Rule("files exist", LinkRules::missingFiles, "README.md", adding("`src/main/java/Nothing.java`")),
                new Rule(
                        "tests exist",
                        LinkRules::missingTests,
                        "docs/constraints.md",
                        adding("`ThinReleaseTest.a_release_flies`")),
                new Rule(
                        "every page is reached",
                        LinkRules::orphans,
                        "docs/handbook/README.md",
                        text -> text.replace("(auditor.md)", "()")),
                new Rule(
                        "settings are all there",
                        SettingRules::problems,
                        SettingRules.PAGE,
                        text -> text.replaceFirst("(?m)^\\| `slipway.work.threads`.*\\n", "")),
                new Rule(
                        "settings have their defaults",
                        SettingRules::problems,
                        SettingRules.PAGE,
                        text -> text.replace("`500ms`", "`900ms`")),
                new Rule(
                        "settings that are read by name are there",
                        SettingRules::problems,
                        SettingRules.PAGE,
                        text -> text.replaceFirst("(?m)^\\| `slipway.minimum-free`.*\\n", "")),
                new Rule(
                        "settings are read",
                        SettingRules::problems,
                        SettingRules.PAGE,
                        text -> text.replace("`slipway.console`", "`slipway.verbose`")),
                new Rule(
                        "rules exist",
                        RefusalRules::unknown,
                        RELEASE_MANAGER,
                        text -> text.replace("`ecab-decides`", "`ecab-dreams`")),
                new Rule(
                        "rules are explained",
                        RefusalRules::undocumented,
                        RELEASE_MANAGER,
                        text -> text.replace("`ecab-decides`", "the first")),
                new Rule(
                        "start-up sentences exist",
                        RefusalRules::inventedSentences,
                        RefusalRules.ADMINISTRATOR,
                        text -> text.replace("is no folder", "is too large")),
                new Rule(
                        "start-up sentences are explained",
                        RefusalRules::missingSentences,
                        RefusalRules.ADMINISTRATOR,
                        text -> text.replace("is no folder", "is too large")),
                new Rule(
                        "every task is explained",
                        TaskRules::problems,
                        "docs/handbook/auditor.md",
                        text -> text.replace("## Sign audit", "## Look around")),
                new Rule(
                        "every form is shown",
                        TaskRules::problems,
                        "docs/handbook/auditor.md",
                        text -> text.replace("(../pictures/sign-audit.png)", "(../pictures/audit-sites.png)")),
                new Rule(
                        "every field is explained",
                        TaskRules::problems,
                        RELEASE_MANAGER,
                        text -> text.replace("**Point of no return**", "The point")),
                new Rule(
                        "make targets exist", CommandRules::unknownTargets, "CONTRIBUTING.md", adding("`make coffee`")),
                new Rule(
                        "make targets are named",
                        CommandRules::unnamedTargets,
                        "CONTRIBUTING.md",
                        text -> text.replace("make lint", "make sure")),
                new Rule(
                        "empty make targets are told",
                        CommandRules::emptyTargets,
                        "CONTRIBUTING.md",
                        text -> text.replace("Formats the sources.", "Formats; does nothing yet.")),
                new Rule(
                        "commands are tried",
                        CommandRules::untried,
                        "README.md",
                        adding("```sh\nmake run PORT=80\n```\n")));
    }

    private static UnaryOperator<String> adding(String line) {
        return text -> text + "\n" + line;
    }

    @TestFactory
    Stream<DynamicTest> the_pages_keep_each_rule() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(), () -> assertThat(rule.problems().apply(pages)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_finds_a_page_that_breaks_it() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(),
                () -> assertThat(rule.problems().apply(pages.with(rule.page(), rule.breakage())))
                        .isNotEmpty()));
    }

    @Test
    void the_lists_of_commands_hold_nothing_that_no_page_says() {
        assertThat(CommandRules.commands(pages))
                .containsAll(CommandRules.RUN_HERE)
                .containsAll(CommandRules.RUN_ELSEWHERE.keySet());
    }

    @Test
    void quick_commands_do_what_the_pages_say(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("slipway.lock"), "1\n");
        for (String command : CommandRules.commands(pages)) {
            if (CommandRules.RUN_HERE.contains(command)) {
                runs(command, command.startsWith("make") ? Path.of("") : folder);
            }
        }
    }

    private static void runs(String command, Path folder) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(shell.exitValue()).as("%s: %s", command, said).isZero();
    }
}
