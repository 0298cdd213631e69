package slipway.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.site.port.Inventory;

/** Reads a reported inventory line by line, and stops at the first that is wrong. */
final class InventoryLines {
    /** The name under which what people found runs. */
    static final String NAME = "by hand";

    private static final Pattern FILE = Pattern.compile("([0-7]{3,4}) (\\d{1,15}) ([0-9a-f]{64}) [ *](?:\\./)?(.+)");
    private static final Pattern ODDITY = Pattern.compile("! (?:\\./)?(.+)");
    private static final int EXECUTABLE = 0111;

    private final List<Manifest.Entry> files = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    ReportedInventory read(List<String> lines) {
        for (int number = 1; number <= lines.size(); number++) {
            Optional<String> problem = line(lines.get(number - 1));
            if (problem.isPresent()) {
                return ReportedInventory.wrong("line " + number + " " + problem.get());
            }
        }
        return new ReportedInventory.Read(new Inventory.Seen(
                NAME, Manifest.sorted(files), oddities.stream().sorted().toList()));
    }

    private Optional<String> line(String line) {
        if (line.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("holds a sign that cannot be shown; rename the file there");
        }
        Matcher oddity = ODDITY.matcher(line);
        if (oddity.matches()) {
            oddities.add(oddity.group(1));
            return again(oddity.group(1));
        }
        Matcher file = FILE.matcher(line);
        if (!file.matches()) {
            return Optional.of("is not '<rights> <size> <digest>  <path>'; paste it as it was printed");
        }
        String path = file.group(4);
        if (!Manifest.isPlain(path)) {
            return Optional.of("names '" + path + "', which is no plain path; rename the file there");
        }
        boolean executable = (Integer.parseInt(file.group(1), 8) & EXECUTABLE) != 0;
        files.add(new Manifest.Entry(path, new Digest(file.group(3)), Long.parseLong(file.group(2)), executable));
        return again(path);
    }

    private Optional<String> again(String path) {
        return paths.add(path)
                ? alsoFolder(path)
                : Optional.of("names '" + path + "' a second time; paste once what was printed");
    }

    private Optional<String> alsoFolder(String path) {
        List<String> above = Manifest.folders(path).toList();
        folders.addAll(above);
        return Stream.concat(
                        Stream.of(path).filter(folders::contains),
                        above.stream().filter(paths::contains))
                .findFirst()
                .map(both -> "makes '" + both + "' a file and a folder; paste once what was printed");
    }
}
