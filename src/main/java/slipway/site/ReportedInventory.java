package slipway.site;

import java.util.List;
import slipway.shared.Refusal;
import slipway.site.port.Inventory;

/**
 * What a person reports to have found, as the line of shell on the form prints it: for each file its rights, size,
 * SHA-256 digest and path, for anything else an exclamation mark and its path, and {@code end}. The one word {@code
 * nothing} says that the unit is not installed.
 */
sealed interface ReportedInventory {
    /** What was found. */
    record Read(Inventory.Sighting sighting) implements ReportedInventory {}

    /** A line that says nothing certain. */
    record Wrong(Refusal refusal) implements ReportedInventory {}

    static ReportedInventory of(String text) {
        List<String> lines = text.lines()
                .map(String::stripLeading)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.stream().map(String::strip).toList().equals(List.of("nothing"))) {
            return new Read(new Inventory.NothingInstalled());
        }
        if (lines.isEmpty() || !lines.getLast().strip().equals("end")) {
            return wrong("the last line is not 'end', so something may be missing; paste everything that the line of"
                    + " shell printed, or write 'nothing' when the unit is not installed");
        }
        return new InventoryLines().read(lines.subList(0, lines.size() - 1));
    }

    static Wrong wrong(String reason) {
        return new Wrong(Refusal.at("inventory", "unclear-inventory", "Of the inventory, " + reason + "."));
    }
}
