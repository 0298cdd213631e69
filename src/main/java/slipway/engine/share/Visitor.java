package slipway.engine.share;

/** Whose share of the server a request takes. Who has not proven to be somebody shares with everybody at the address. */
record Visitor(Kind kind, String name) {
    enum Kind {
        /** Logged in, by any number of browsers. */
        PERSON,
        /** With a right password on every request, from one address. */
        PROGRAM,
        STRANGERS
    }

    static Visitor person(String account) {
        return new Visitor(Kind.PERSON, account);
    }

    static Visitor program(String account, String address) {
        return new Visitor(Kind.PROGRAM, account + " at " + address);
    }

    static Visitor strangers(String address) {
        return new Visitor(Kind.STRANGERS, address);
    }
}
