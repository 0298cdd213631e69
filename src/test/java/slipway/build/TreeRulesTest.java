package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class TreeRulesTest {
    static final TreeSettings SHAPE = new TreeSettings(8, 500, DataSize.ofKilobytes(2));

    private final TreeRules rules = new TreeRules(new SourceSettings(10, DataSize.ofKilobytes(4), 5).within(SHAPE));

    private static void sound(Optional<TreeFault> fault) {
        assertThat(fault).isEmpty();
    }

    private static void wrong(Optional<TreeFault> fault, String words) {
        assertThat(fault.map(found -> found.words("in the sources")).orElse("nothing is wrong"))
                .contains(words);
    }

    @Test
    void a_sound_tree_passes_up_to_its_limits() {
        sound(rules.folder("src"));
        sound(rules.folder("src/deep"));
        sound(rules.file("src/deep/Größe.txt", 4096));
        sound(rules.file("README", 0));
        sound(rules.file("bin/run", 0));
        sound(rules.link("src/read", "../README"));
        sound(rules.link("later", "src/made/by/the/build"));
        sound(rules.link("dots", "./src/../src//deep/."));
        sound(rules.file("ninth-and-tenth/of-ten", 0)
                .filter(fault -> !fault.wrong().contains("10 files")));
        sound(rules.links());
    }

    @Test
    void two_things_of_one_name_are_refused_whatever_they_are() {
        sound(rules.link("a", "b"));
        wrong(rules.folder("a"), "'a' stands twice in one folder; in the sources rename one of them");
        wrong(rules.file("a", 0), "stands twice");
        wrong(rules.link("a", "c"), "stands twice");
        wrong(rules.file("a/below", 0), "'a/below' lies below 'a', which is no folder");
        sound(rules.file("f", 0));
        wrong(rules.file("f/below", 0), "lies below 'f'");
    }

    @Test
    void twins_by_letter_case_and_unicode_form_are_refused_in_the_same_folder_only() {
        sound(rules.file("Read", 0));
        wrong(rules.file("READ", 0), "has a twin");
        sound(rules.file("strasse", 0));
        wrong(rules.file("stra\u00dfe", 0), "has a twin");
        sound(rules.file("\u00e9", 0));
        wrong(rules.link("e\u0301", "x"), "has a twin");
        sound(rules.folder("sub"));
        sound(rules.file("sub/read", 0));
        wrong(rules.file("SUB/other", 0), "'SUB/other' has a twin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git",
                ".GIT",
                ".Git",
                "git~1",
                "GIT~2",
                ".git.",
                ".git ",
                ".git . ",
                ".git::$INDEX_ALLOCATION",
                ".g\u200cit",
                "\ufeff.git",
                "git~1:x"
            })
    void what_some_machine_takes_for_the_folder_of_git_is_refused(String name) {
        wrong(rules.file("src/" + name, 0), "takes for Git's own folder");
        wrong(rules.folder(name), "takes for Git's own folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".gitignore", ".github", "git", "git~x", ".gitx", "a.git", ".gitmodules", "~", "-rf", "con"})
    void names_that_only_look_like_it_pass(String name) {
        sound(rules.file(name, 0));
    }

    @Test
    void links_with_names_that_git_reads_are_refused() {
        wrong(rules.link(".gitmodules", "x"), "is a symbolic link with a name that Git reads");
        wrong(rules.link("sub/.GITIGNORE", "x"), "with a name that Git reads");
    }

    @Test
    void names_that_lead_elsewhere_or_hide_something_are_refused() {
        wrong(rules.file("..", 0), "has the name '..', which means another folder");
        wrong(rules.file("../b", 0), "means another folder");
        wrong(rules.file("/etc", 0), "a part without a name");
        wrong(rules.file("", 0), "a part without a name");
        wrong(rules.file("d\\e", 0), "a separator of folders");
        wrong(rules.file("\\e", 0), "a separator of folders");
        wrong(rules.file("two\nlines", 0), "'twoU+000Alines' has a name that holds a line break");
        wrong(rules.file("x\0y", 0), "holds a control character");
        wrong(rules.file("\u202egnp", 0), "turns the direction");
    }

    @Test
    void a_name_is_as_long_as_any_machine_takes() {
        sound(rules.file("n".repeat(255), 0));
        wrong(rules.file("n".repeat(254) + "é", 0), "has a name of more than 255 bytes");
    }

    @Test
    void more_than_the_limits_is_refused_at_the_place_that_passes_them() {
        wrong(
                rules.file("a", 4097),
                "'a' brings all files together to more than 4 kB; in the sources leave some out,"
                        + " or raise slipway.source.size");
        wrong(rules.file("b", -1), "more than 4 kB");
        wrong(rules.file("b", Long.MAX_VALUE), "more than 4 kB");
        sound(rules.file("b", 4096));
        wrong(rules.file("c", 1), "more than 4 kB");
        wrong(
                rules.file("1/2/3/4/5/6/7/8/9", 0),
                "lies in more than 7 folders; in the sources move it up, or raise" + " slipway.tree.depth");
        wrong(rules.file("l/".repeat(300) + "x", 0), "has a path of more than 500 bytes");
        wrong(rules.file("é".repeat(260), 0), "has a path of more than 500 bytes");
        wrong(rules.link("l", "t".repeat(501)), "leads to a path of more than 500 bytes");
    }

    @Test
    void a_path_and_the_target_of_a_link_are_as_long_as_may_be() {
        sound(rules.file("d".repeat(249) + "/" + "n".repeat(250), 0));
        sound(rules.link("l", "t".repeat(500)));
    }

    @Test
    void what_git_lists_within_the_limits_has_room_for_names_and_what_stands_beside_each() {
        assertThat(new SourceSettings(10, DataSize.ofKilobytes(4), 5)
                        .within(SHAPE)
                        .longestListing())
                .isEqualTo(2048 + 10 * 32);
    }

    @Test
    void folders_count_as_files_do_also_those_that_nobody_told() {
        sound(rules.file("1/2/3/4/5/6/7/8", 0));
        sound(rules.file("1/2/9", 0));
        sound(rules.folder("10"));
        wrong(
                rules.folder("11"),
                "'11' is more than the 10 files and folders that may be; in the sources leave some"
                        + " out, or raise slipway.source.files");
    }

    @Test
    void the_lengths_of_all_names_and_links_are_counted_together() {
        for (int number = 0; number < 4; number++) {
            sound(rules.link("x" + number, "t".repeat(498)));
        }
        sound(rules.file("n".repeat(48), 0));
        wrong(rules.file("m", 0), "brings all paths together to more than 2 kB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "x/../../y", "a/b/../../../z", "./../x"})
    void a_link_that_leads_out_is_refused(String target) {
        sound(rules.link("out", target));
        wrong(rules.links(), "'out' is a symbolic link that leads out of the tree; in the sources put a file");
    }

    @Test
    void a_link_that_leads_out_through_another_one_is_refused() {
        sound(rules.link("d/e/up", "../.."));
        sound(rules.links());
        // By its letters this is d/x; on the disk it is above the tree.
        sound(rules.link("out", "d/e/up/../x"));
        wrong(rules.links(), "'out' is a symbolic link that leads out of the tree");
    }

    @Test
    void absolute_links_circles_and_links_to_nowhere_are_refused() {
        wrong(rules.link("empty", ""), "leads nowhere");
        wrong(rules.link("nul", "x\0y"), "leads nowhere");
        wrong(rules.link("nul-first", "\0x"), "leads nowhere");
        sound(rules.link("one", "two/x"));
        sound(rules.link("two", "one"));
        wrong(rules.links(), "leads in circles");
    }

    @Test
    void an_absolute_link_is_refused_also_behind_another_one() {
        sound(rules.link("a", "b/c"));
        sound(rules.link("b", "/etc"));
        wrong(rules.links(), "'a' is a symbolic link that leads to a place of the machine");
    }

    @Test
    void limits_that_limit_nothing_are_none() {
        assertThatThrownBy(() -> new SourceSettings(0, DataSize.ofBytes(1), 1)).hasMessageContaining("slipway.source");
        assertThatThrownBy(() -> new SourceSettings(1, DataSize.ofBytes(1), 0)).hasMessageContaining("slipway.source");
        assertThatThrownBy(() -> new OutputSettings(1, DataSize.ofBytes(0))).hasMessageContaining("slipway.output");
        assertThatThrownBy(() -> new TreeSettings(0, 1, DataSize.ofBytes(1))).hasMessageContaining("slipway.tree");
        assertThatThrownBy(() -> new TreeSettings(1, 3001, DataSize.ofBytes(1))).hasMessageContaining("1 to 3000");
        assertThat(new TreeSettings(1, 3000, DataSize.ofBytes(1)).path()).isEqualTo(3000);
    }
}
