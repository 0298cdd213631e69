package slipway.site;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * What a site is to run of a unit, as Slipway says it to whoever installs there. The sequence of a site only rises; each
 * number is of one order, so that no manifest can be brought again once its order is over. No entries = the unit is to be
 * gone, and its version is {@code -}.
 */
public record SiteManifest(
        SiteId site,
        long sequence,
        Kind kind,
        ReleaseNumber release,
        UnitId unit,
        String version,
        List<Manifest.Entry> entries) {

    /** What it is for. */
    public enum Kind {
        INSTALL,
        BACK_OUT
    }

    /** The version of a unit that is to be gone. */
    public static final String GONE = "-";

    private static final String FORMAT = "slipway-site-manifest 1";
    private static final Pattern HEAD = Pattern.compile(FORMAT
            + "\nsite ([^\n ]+)\nsequence ([1-9]\\d{0,17})\nkind (INSTALL|BACK_OUT)\nrelease ([^\n ]+)\nunit ([^\n ]+)"
            + "\nversion ([^\n ]+)\nfiles (0|[1-9]\\d{0,6})\n");

    public SiteManifest {
        entries = Manifest.sorted(entries);
        if (sequence < 1) {
            throw new IllegalArgumentException("the sequence of a manifest begins with 1");
        }
        if (entries.isEmpty() != version.equals(GONE)) {
            throw new IllegalArgumentException("a manifest without files is of the version '" + GONE + "'");
        }
    }

    /** The version that an instruction leads to. */
    static String version(OrderHandler.Instruction instruction) {
        return instruction.revision().map(UnitRevision::version).orElse(GONE);
    }

    /** Whether the site runs what the instruction says once it runs what this says. */
    boolean says(OrderHandler.Instruction instruction) {
        return version.equals(version(instruction)) && entries.equals(Manifest.sorted(instruction.files()));
    }

    /** The canonical text: a head of seven lines and one line a file, sorted by path. */
    public String text() {
        String head = String.join(
                "\n",
                FORMAT,
                "site " + site,
                "sequence " + sequence,
                "kind " + kind,
                "release " + release,
                "unit " + unit,
                "version " + version,
                "files " + entries.size());
        return head + "\n" + (entries.isEmpty() ? "" : new Manifest(entries).text());
    }

    /** Reads a canonical text; an {@link IllegalArgumentException} for any other. */
    public static SiteManifest parse(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            throw new IllegalArgumentException("the text does not begin as a site manifest does");
        }
        String files = text.substring(head.end());
        SiteManifest manifest = new SiteManifest(
                new SiteId(head.group(1)),
                Long.parseLong(head.group(2)),
                Kind.valueOf(head.group(3)),
                new ReleaseNumber(head.group(4)),
                new UnitId(head.group(5)),
                head.group(6),
                files.isEmpty() ? List.of() : Manifest.parse(files).entries());
        if (!manifest.text().equals(text)) {
            throw new IllegalArgumentException("the text is not in the canonical form");
        }
        return manifest;
    }
}
