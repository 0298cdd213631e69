package slipway.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import slipway.build.git.RawCommits;

/** Makes commits from a seed: sound ones, and sound ones with one to three things in them that no Git would write. */
final class HostileTrees {
    private static final int MOST_DEPTH = 3;

    private final RawCommits git;
    private final Path beside;
    private final Random random;
    private boolean sound = true;

    /** A commit, and whether it is sound. */
    record Made(String commit, boolean sound) {}

    private record Entry(int mode, byte[] name, ObjectId id) {
        // Git sorts a folder as if a slash followed its name.
        private byte[] key() {
            if (mode != RawCommits.FOLDER) {
                return name;
            }
            byte[] key = Arrays.copyOf(name, name.length + 1);
            key[name.length] = '/';
            return key;
        }
    }

    private HostileTrees(RawCommits git, Path beside, long seed) {
        this.git = git;
        this.beside = beside;
        this.random = new Random(seed);
    }

    /** The commits of some seeds, by seed. */
    static Map<Long, Made> make(RawCommits git, Path beside, long first, int count) throws IOException {
        Map<Long, Made> made = new TreeMap<>();
        for (long seed = first; seed < first + count; seed++) {
            made.put(seed, make(git, beside, seed));
        }
        git.flush();
        return made;
    }

    private static Made make(RawCommits git, Path beside, long seed) throws IOException {
        HostileTrees trees = new HostileTrees(git, beside, seed);
        // Random numbers of neighbouring seeds begin alike.
        for (int skipped = 0; skipped < 5; skipped++) {
            trees.random.nextInt();
        }
        int evil = trees.random.nextInt(3) == 0 ? 0 : 1 + trees.random.nextInt(3);
        ObjectId root = trees.folder(0, evil);
        return new Made(git.draft(root), trees.sound);
    }

    /** Writes a folder with that many evils in it or below it. */
    private ObjectId folder(int depth, int evils) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        int left = evils;
        for (int number = 0; number < count; number++) {
            String name = "abcdefgh".charAt(number)
                    + List.of("", ".txt", "-é", " b", "Z").get(random.nextInt(5));
            if (depth < MOST_DEPTH && random.nextInt(3) == 0) {
                int below = left > 0 && random.nextBoolean() ? 1 : 0;
                left -= below;
                entries.add(entry(RawCommits.FOLDER, name, folder(depth + 1, below)));
            } else {
                entries.add(leaf(name));
            }
        }
        List<Entry> written = sorted(entries);
        for (; left > 0; left--) {
            sound = false;
            written = evil(written);
        }
        RawCommits.Tree tree = git.tree();
        for (Entry entry : written) {
            tree.add(entry.mode(), entry.name(), entry.id());
        }
        return tree.id();
    }

    private Entry leaf(String name) throws IOException {
        if (random.nextInt(6) == 0) {
            String target = List.of("z", "./y", "not/made/yet", "x/../y").get(random.nextInt(4));
            return entry(RawCommits.LINK, name, git.blob(target));
        }
        boolean executable = random.nextInt(4) == 0;
        byte[] content = new byte[random.nextInt(200)];
        random.nextBytes(content);
        return entry(executable ? RawCommits.SCRIPT : RawCommits.FILE, name, git.blob(content));
    }

    private List<Entry> evil(List<Entry> entries) throws IOException {
        List<Entry> changed = new ArrayList<>(entries);
        Entry victim = entries.get(random.nextInt(entries.size()));
        String name = new String(victim.name(), StandardCharsets.UTF_8);
        switch (random.nextInt(9)) {
            case 0 -> twins(changed, name);
            case 1 -> changed.add(entry(RawCommits.FILE, evilName(name), git.blob("owned")));
            case 2 -> changed.add(new Entry(evilMode(), bytes("m"), git.blob("owned")));
            case 3 -> links(changed);
            case 4 -> changed.add(entry(RawCommits.FOLDER, "deep", deep(50 + random.nextInt(50))));
            case 5 -> changed.add(entry(RawCommits.FILE, "huge", huge()));
            case 6 -> changed.add(liar(random.nextInt(5)));
            case 7 -> java.util.Collections.rotate(changed, 1 + random.nextInt(2));
            default -> changed.add(entry(RawCommits.FOLDER, "many", many(8)));
        }
        return random.nextInt(4) == 0 ? changed : sorted(changed);
    }

    private void twins(List<Entry> entries, String name) throws IOException {
        ObjectId link = git.blob(random.nextBoolean() ? beside.toString() : "../../beside");
        ObjectId inside =
                git.tree().add(RawCommits.FILE, "owned", git.blob("owned")).id();
        switch (random.nextInt(4)) {
            case 0 -> {
                entries.add(entry(RawCommits.LINK, "w", link));
                entries.add(entry(RawCommits.FOLDER, "w", inside));
            }
            case 1 -> {
                entries.add(entry(
                        RawCommits.LINK, "w", git.blob(beside.resolve("secret").toString())));
                entries.add(entry(RawCommits.FILE, "w", git.blob("owned")));
            }
            case 2 -> entries.add(entry(RawCommits.FILE, name.toUpperCase(java.util.Locale.ROOT), git.blob("owned")));
            default -> {
                entries.add(entry(RawCommits.FILE, "\u00e9", git.blob("one")));
                entries.add(entry(RawCommits.FILE, "e\u0301", git.blob("two")));
            }
        }
    }

    private String evilName(String name) {
        List<String> names = List.of(
                "..",
                ".",
                "",
                "/",
                "../owned",
                "a/b",
                "/tmp/owned",
                ".git",
                ".GIT",
                ".git ",
                ".git.",
                "git~1",
                ".g\u200cit",
                ".git::$INDEX_ALLOCATION",
                "a\\b",
                "two\nlines",
                "\u202egnp.exe",
                "x\u0000y",
                name,
                "n".repeat(256),
                "n".repeat(4000),
                "\ufeff.git",
                ".gi\u2060t",
                "..\\owned",
                "~",
                "-rf",
                "*");
        return names.get(random.nextInt(names.size()));
    }

    private int evilMode() {
        return List.of(0, 0100600, 0104755, 0160000, 0060000, 0040755, 0120777, 0777777, 0100664, 0010644)
                .get(random.nextInt(10));
    }

    private void links(List<Entry> entries) throws IOException {
        if (random.nextInt(3) == 0) {
            // Each is inside by its letters; the second leads out through the first.
            ObjectId inner =
                    git.tree().add(RawCommits.LINK, "l", git.blob("../..")).id();
            ObjectId outer = git.tree().add(RawCommits.FOLDER, "e", inner).id();
            entries.add(entry(RawCommits.FOLDER, "p", outer));
            entries.add(entry(RawCommits.LINK, "q", git.blob("p/e/l/../../../beside")));
            return;
        }
        List<String> targets = List.of(
                "/",
                "..",
                "../secret",
                "/etc/passwd",
                beside.toString(),
                "self",
                "",
                "x\0y",
                "t".repeat(5000),
                "a/../../../..",
                "./../beside/secret",
                "self/self/self");
        entries.add(entry(RawCommits.LINK, "self", git.blob(targets.get(random.nextInt(targets.size())))));
    }

    private ObjectId deep(int levels) throws IOException {
        ObjectId inside = git.tree().add(RawCommits.FILE, "f", git.blob("down")).id();
        for (int level = 0; level < levels; level++) {
            inside = git.tree().add(RawCommits.FOLDER, "d", inside).id();
        }
        return inside;
    }

    private ObjectId many(int levels) throws IOException {
        ObjectId inside =
                git.tree().add(RawCommits.FILE, "f", git.blob("one of many")).id();
        for (int level = 0; level < levels; level++) {
            RawCommits.Tree tree = git.tree();
            for (int each = 0; each < 10; each++) {
                tree.add(RawCommits.FOLDER, "m" + each, inside);
            }
            inside = tree.id();
        }
        return inside;
    }

    private ObjectId huge() throws IOException {
        return random.nextBoolean()
                ? git.blob(new byte[1_200_000])
                : git.loose(anyId(), "blob", 1L << (30 + random.nextInt(33)), bytes("little"));
    }

    private Entry liar(int kind) throws IOException {
        return switch (kind) {
            case 0 -> entry(RawCommits.FILE, "liar", anyId());
            case 1 -> entry(RawCommits.FOLDER, "liar", git.blob("no tree"));
            case 2 -> entry(RawCommits.FILE, "liar", git.tree().id());
            case 3 -> entry(RawCommits.FILE, "liar", git.loose(anyId(), "blob", 6, bytes("little")));
            default -> entry(RawCommits.FOLDER, "liar", git.object(Constants.OBJ_TREE, bytes("100644 half a tree")));
        };
    }

    private ObjectId anyId() {
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        random.nextBytes(raw);
        return ObjectId.fromRaw(raw);
    }

    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(one.key(), other.key()))
                .toList();
    }

    private static Entry entry(int mode, String name, ObjectId id) {
        return new Entry(mode, bytes(name), id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
