package slipway.audit;

/** How what was seen differs from what is expected, with the path at fault. */
record Difference(FindingKind kind, String path, String expected, String found) {}
