package slipway.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of a page by the title of their first column. */
final class Tables {
    private Tables() {}

    static List<List<String>> rows(Pages.Page page, String title) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : page.text().lines().toList()) {
            if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && !line.startsWith("|-")) {
                rows.add(cells(line));
            } else if (cells(line).getFirst().equals(title)) {
                inside = true;
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
