package slipway.engine.work;

/** A transaction that made an external task has committed. */
record WorkOrdered() {}
