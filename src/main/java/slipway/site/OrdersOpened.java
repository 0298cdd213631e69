package slipway.site;

/** Orders can be begun, or people be told of some, once the transaction is committed. */
record OrdersOpened() {}
