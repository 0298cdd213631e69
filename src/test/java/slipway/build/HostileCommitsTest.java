package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import slipway.build.git.RawCommits;
import slipway.build.git.RawCommits.Tree;
import slipway.build.port.SourceRepository;

/** Each attack by a commit, one by one. */
@SpringJUnitConfig(SourceDesk.Setup.class)
@TestPropertySource(properties = {"slipway.source.files=300", "slipway.source.size=1MB"})
class HostileCommitsTest {
    private static final ObjectId NOBODY = ObjectId.fromString("0123456789".repeat(4));

    @Autowired
    SourceRepository sources;

    @Autowired
    SourceArchives archives;

    @TempDir
    Path folder;

    private SourceDesk desk;
    private RawCommits git;

    @BeforeEach
    void an_empty_repository() throws Exception {
        desk = new SourceDesk(folder.resolve("machine"), sources, archives);
        git = new RawCommits(folder.resolve("hostile.git"));
    }

    @AfterEach
    void close() {
        git.close();
    }

    private Optional<String> brought(ObjectId tree) throws Exception {
        Map<String, String> around = desk.surroundings();
        Optional<String> refusal = desk.bring(folder.resolve("hostile.git"), git.commit(tree));
        assertThat(desk.surroundings()).isEqualTo(around);
        return refusal;
    }

    private void refused(Tree tree, String words) throws Exception {
        assertThat(brought(tree.id()).orElse("was not refused")).contains(words);
        assertThat(desk.workspace()).doesNotExist();
        assertThat(desk.archive()).doesNotExist();
    }

    private ObjectId owned() throws Exception {
        return git.tree().add(RawCommits.FILE, "owned", git.blob("owned")).id();
    }

    @Test
    void sound_sources_come_as_they_are() throws Exception {
        Tree sub = git.tree().add(RawCommits.LINK, "link", git.blob("../run"));
        Tree root = git.tree()
                .add(RawCommits.FOLDER, "a", sub.id())
                .add(0100664, "group", git.blob(""))
                .add(RawCommits.SCRIPT, "run", git.blob("#!/bin/sh\n"))
                .add(RawCommits.FILE, "zeros", git.blob(new byte[1_000_000]));

        assertThat(brought(root.id())).isEmpty();
        assertThat(desk.brought())
                .containsOnlyKeys("a/link", "group", "run", "zeros")
                .containsEntry("a/link", SourceDesk.link("../run"))
                .containsEntry("run", SourceDesk.file("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), true));
    }

    @Test
    void two_entries_of_one_name_write_nothing_through_each_other() throws Exception {
        ObjectId link = git.blob("../../beside");
        refused(
                git.tree().add(RawCommits.LINK, "w", link).add(RawCommits.FOLDER, "w", owned()),
                "'w' stands twice in one folder; in the sources rename one of them and give them a new tag");
        refused(
                git.tree()
                        .add(RawCommits.LINK, "w", git.blob(desk.beside() + "/secret"))
                        .add(RawCommits.FILE, "w", git.blob("owned")),
                "'w' stands twice in one folder");
    }

    @Test
    void a_small_commit_that_becomes_large_is_refused_before_it_is_written() throws Exception {
        refused(
                git.tree().add(RawCommits.FILE, "zeros", git.blob(new byte[30_000_000])),
                "'zeros' brings all files together to more than 1024 kB; in the sources leave some out, or raise"
                        + " slipway.source.size");
        git.loose(NOBODY, "blob", 3L << 30, new byte[1]);
        refused(git.tree().add(RawCommits.FILE, "zeros", NOBODY), "brings all files together to more than 1024 kB");
    }

    @Test
    void few_objects_that_become_many_files_are_refused_where_they_pass_the_limit() throws Exception {
        ObjectId inside = owned();
        for (int level = 0; level < 9; level++) {
            Tree tree = git.tree();
            for (int each = 0; each < 10; each++) {
                tree.add(RawCommits.FOLDER, "m" + each, inside);
            }
            inside = tree.id();
        }
        assertThat(brought(inside).orElseThrow()).contains("is more than the 300 files and folders that may be");
    }

    @Test
    void an_object_that_holds_something_else_than_its_id_says_is_refused() throws Exception {
        git.loose(NOBODY, "blob", 5, "owned".getBytes(StandardCharsets.UTF_8));
        refused(
                git.tree().add(RawCommits.FILE, "swapped", NOBODY),
                "object " + NOBODY.name() + " does not hold what its name says; mirror the repository anew");
        git.loose(NOBODY, "tree", 0, new byte[0]);
        refused(git.tree().add(RawCommits.FOLDER, "swapped", NOBODY), "does not hold what its name says");
    }

    @Test
    void objects_that_are_missing_cut_short_or_of_another_type_are_refused() throws Exception {
        refused(git.tree().add(RawCommits.FILE, "gone", NOBODY), "the repository cannot be read (");
        refused(git.tree().add(RawCommits.FOLDER, "gone", NOBODY), "the repository cannot be read (");
        refused(git.tree().add(RawCommits.FOLDER, "file", git.blob("text")), "the repository cannot be read (");
        refused(git.tree().add(RawCommits.FILE, "folder", owned()), "the repository cannot be read (");
        git.loose(NOBODY, "blob", 500, "short".getBytes(StandardCharsets.UTF_8));
        refused(git.tree().add(RawCommits.FILE, "short", NOBODY), "; mirror ");
        refused(
                git.tree()
                        .add(
                                RawCommits.FOLDER,
                                "half",
                                git.object(Constants.OBJ_TREE, "100644 half".getBytes(StandardCharsets.UTF_8))),
                "is no list of files as Git writes it");
    }

    @Test
    void what_git_would_not_write_is_refused() throws Exception {
        ObjectId text = git.blob("text");
        refused(
                git.tree().add(RawCommits.FILE, "b", text).add(RawCommits.FILE, "a", text),
                "'/' is not as Git writes it");
        refused(git.tree().add(0104755, "setuid", text), "is of the unknown kind 104755");
        refused(git.tree().add(0160000, "module", NOBODY), "'module' refers to another repository");
        refused(git.tree().add(RawCommits.FILE, new byte[] {'x', (byte) 0xff}, text), "is not written in UTF-8");
        refused(
                git.tree().add(RawCommits.LINK, "l", git.blob(new byte[] {(byte) 0xff})),
                "whose target is not written in UTF-8");
    }

    @Test
    void a_commit_that_is_none_is_refused() throws Exception {
        String blob = git.blob("text").name();
        git.flush();
        assertThat(desk.bring(folder.resolve("hostile.git"), blob).orElseThrow())
                .contains("the repository cannot be read");
        String commit = git.object(Constants.OBJ_COMMIT, "tree nothing\n".getBytes(StandardCharsets.UTF_8))
                .name();
        git.flush();
        assertThat(desk.bring(folder.resolve("hostile.git"), commit).orElseThrow())
                .contains("is not as Git writes it");
    }

    @Test
    void a_tag_that_cannot_be_read_hides_no_other() throws Exception {
        git.tag("v1", git.commit(owned()));
        Path tags = folder.resolve("hostile.git/refs/tags");
        Files.writeString(tags.resolve("v2"), NOBODY.name() + "\n");

        assertThat(sources.tags(folder.resolve("hostile.git").toString()))
                .extracting(SourceRepository.Tag::name)
                .containsExactly("v1");
    }

    @Test
    void authors_hide_nothing_in_their_names() throws Exception {
        String raw = "tree " + owned().name() + "\nauthor e\u202eve <eve\0@alpenbank.example> 0 +0000\ncommitter "
                + "n".repeat(5000) + " <eve@alpenbank.example> 0 +0000\n\nHarmless\n";
        String commit = git.object(Constants.OBJ_COMMIT, raw.getBytes(StandardCharsets.UTF_8))
                .name();
        git.flush();

        assertThat(sources.writers(folder.resolve("hostile.git").toString(), commit, Set.of()))
                .containsExactlyInAnyOrder(
                        new SourceRepository.Writer("eU+202Eve", "eveU+0000@alpenbank.example", 1, commit),
                        new SourceRepository.Writer("n".repeat(60) + "…", "eve@alpenbank.example", 1, commit));
    }
}
