package slipway.site;

/** An order that somebody began: {@code fence} counts how often it was, {@code tries} what came of it so far. */
record Claimed(Order order, long fence, int tries) {}
