package slipway.release;

import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What the release is, delivers and implements; parts, RFCs and sites are empty and type and policy absent in a draft. */
public record ScopeChapter(
        ReleaseNumber number,
        String title,
        String purpose,
        Actor requester,
        ReleaseState state,
        Optional<ReleaseType> type,
        Optional<Integer> policy,
        Optional<Outcome> outcome,
        List<Part> parts,
        List<ReleaseRfc> rfcs,
        List<SiteId> sites)
        implements Chapter {

    /** One part; version and digest once it is ready. */
    public record Part(
            UnitId unit,
            String name,
            String kind,
            String source,
            String pin,
            String state,
            Optional<String> version,
            Optional<Digest> digest) {}

    /** One RFC with its criteria in one text, a line each. */
    public record ReleaseRfc(RfcNumber number, String title, UnitId unit, String status, String criteria) {}
}
