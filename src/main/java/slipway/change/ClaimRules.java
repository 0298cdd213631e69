package slipway.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import slipway.change.ClaimTable.Missing;
import slipway.shared.Refusal;

/** What becomes of a claim that did not get everything. */
final class ClaimRules {
    private ClaimRules() {}

    /** Whether what is missing is free by now, so that claiming again helps. */
    static boolean again(List<Missing> missing) {
        return !missing.isEmpty() && missing.stream().allMatch(each -> each.holder() == null);
    }

    /** Names the RFCs that other open releases have; empty = the claim has everything. */
    static Optional<Refusal> refused(List<Missing> missing) {
        String holders = missing.stream()
                .filter(each -> each.holder() != null)
                .map(each -> each.rfc() + " is in " + each.holder())
                .distinct()
                .collect(Collectors.joining(", "));
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "rfcs",
                        "rfc-in-one-release",
                        "An RFC is at a site in one open release only: " + holders
                                + ". Leave it out, choose other sites, or end that release."));
    }
}
