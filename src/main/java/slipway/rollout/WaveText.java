package slipway.rollout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import slipway.cmdb.Site;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

/** Waves as people write them: one line a wave, {@code 1: zurich} and {@code 2: new-york, singapore-dr}. */
final class WaveText {
    static final String FIELD = "waves";
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,4})\\s*:\\s*(.+?)\\s*");

    /** What the text says. */
    sealed interface Reading {}

    /** The sites of each wave, first wave first. */
    record Waves(List<List<SiteId>> sites) implements Reading {}

    /** No arrangement of these sites. */
    record Wrong(Refusal refusal) implements Reading {}

    private WaveText() {}

    static String write(List<List<SiteId>> waves) {
        StringBuilder text = new StringBuilder();
        for (int wave = 1; wave <= waves.size(); wave++) {
            String sites = waves.get(wave - 1).stream().map(SiteId::value).collect(Collectors.joining(", "));
            text.append(wave).append(": ").append(sites).append('\n');
        }
        return text.toString().strip();
    }

    static Reading read(String text, List<Site> sites) {
        List<List<SiteId>> waves = new ArrayList<>();
        Set<SiteId> seen = new HashSet<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return wrong("waves-unreadable", "Write '" + line.strip() + "' as '<wave>: <site>, <site>'.");
            }
            if (Integer.parseInt(matcher.group(1)) != waves.size() + 1) {
                return wrong(
                        "waves-consecutive",
                        "Wave " + matcher.group(1) + " stands where wave " + (waves.size() + 1)
                                + " belongs: number them 1, 2, 3 without a gap.");
            }
            List<SiteId> wave = new ArrayList<>();
            for (String name : matcher.group(2).split(",", -1)) {
                Site site = sites.stream()
                        .filter(each -> each.id().value().equals(name.strip()))
                        .findFirst()
                        .orElse(null);
                if (site == null) {
                    return wrong("site-unknown", "The release has no site '" + name.strip() + "' in its scope.");
                }
                if (!seen.add(site.id())) {
                    return wrong("site-twice", "Site " + site.id() + " stands twice: each site has one wave.");
                }
                wave.add(site.id());
            }
            waves.add(List.copyOf(wave));
        }
        return complete(waves, seen, sites);
    }

    private static Reading complete(List<List<SiteId>> waves, Set<SiteId> seen, List<Site> sites) {
        String missing = sites.stream()
                .filter(site -> site.mandatory() && !seen.contains(site.id()))
                .map(site -> site.id().value())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return wrong("site-missing", "These mandatory sites are in no wave: " + missing + ".");
        }
        return waves.isEmpty() ? wrong("waves-unreadable", "Name at least one wave.") : new Waves(waves);
    }

    private static Wrong wrong(String rule, String reason) {
        return new Wrong(Refusal.at(FIELD, rule, reason));
    }
}
