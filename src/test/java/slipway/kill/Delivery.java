package slipway.kill;

import java.util.List;

/** What the two releases bring that run at once: different units, the same sites. */
enum Delivery {
    /** Built here from a repository. */
    PROGRAM("iban-check", Payload.TAG, List.of("RFC-1001", "RFC-1002"), List.of("1|PASSED")),
    /** Delivered by a vendor. */
    DIRECTORY("bank-directory", "2026.11", List.of("RFC-1021"), List.of());

    private final String unit;
    private final String source;
    private final List<String> rfcs;
    private final List<String> builds;

    Delivery(String unit, String source, List<String> rfcs, List<String> builds) {
        this.unit = unit;
        this.source = source;
        this.rfcs = rfcs;
        this.builds = builds;
    }

    String unit() {
        return unit;
    }

    String source() {
        return source;
    }

    List<String> rfcs() {
        return rfcs;
    }

    /** Attempt and state of each build that there must be in the end. */
    List<String> builds() {
        return builds;
    }
}
