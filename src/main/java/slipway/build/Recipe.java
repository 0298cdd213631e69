package slipway.build;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slipway.shared.Digest;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * How a repository is built and tested, as it says itself in {@code slipway.properties} at its root: {@code build} and
 * {@code test} are shell lines, {@code output} the folder of what is installed, {@code documents} files kept with it.
 */
public record Recipe(String build, String output, String test, List<String> documents) {
    private static final String FILE = "slipway.properties";
    private static final int MOST_BYTES = 1 << 16;
    private static final Pattern TAG = Pattern.compile("v?(\\d.*)");

    public Recipe {
        documents = List.copyOf(documents);
    }

    /** Reads and checks the recipe of sources in a folder. */
    public static Recipe in(Path sources) throws IOException, UnfitSources {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(document(sources, FILE))));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new UnfitSources(FILE + " cannot be read: " + e.getMessage());
        }
        List<String> documents = new ArrayList<>();
        for (String name : properties.getProperty("documents", "").split(",")) {
            if (!name.isBlank()) {
                document(sources, name.strip());
                documents.add(name.strip());
            }
        }
        return new Recipe(
                required(properties, "build"),
                path(required(properties, "output")),
                required(properties, "test"),
                documents);
    }

    /** The version that a tag names: {@code v1.1.0} and {@code 1.1.0} name 1.1.0. */
    public static String version(UnitId unit, String tag) throws UnfitSources {
        Matcher matcher = TAG.matcher(tag);
        try {
            if (matcher.matches()) {
                return new UnitRevision(unit, matcher.group(1), Digest.of(tag)).version();
            }
        } catch (IllegalArgumentException e) {
            throw new UnfitSources("tag '" + tag + "' names no version: " + e.getMessage());
        }
        throw new UnfitSources("tag '" + tag + "' names no version; call it v1.2.3 or 1.2.3");
    }

    /** A file of the sources that is really a file and really among them. */
    static Path document(Path sources, String name) throws IOException, UnfitSources {
        Path file = sources.resolve(path(name));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !file.toRealPath().startsWith(sources.toRealPath())) {
            throw new UnfitSources("the sources have no file '" + name + "'");
        }
        return file;
    }

    private static String text(Path recipe) throws IOException, UnfitSources {
        if (Files.size(recipe) > MOST_BYTES) {
            throw new UnfitSources(FILE + " has more than " + MOST_BYTES + " bytes; shorten it");
        }
        return Files.readString(recipe);
    }

    private static String path(String value) throws UnfitSources {
        boolean climbs = Arrays.stream(value.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (climbs || value.chars().anyMatch(Character::isISOControl)) {
            throw new UnfitSources("'" + value + "' in " + FILE + " is not a plain path inside the sources");
        }
        return value;
    }

    private static String required(Properties properties, String name) throws UnfitSources {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new UnfitSources(FILE + " does not say '" + name + "'");
        }
        return value;
    }
}
