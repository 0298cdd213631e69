package slipway.audit;

/** How something at a site differs from what is authorised there. */
public enum FindingKind {
    /** Nobody authorised it. */
    UNKNOWN,
    /** Another version than the authorised one. */
    WRONG_VERSION,
    /** The same version with other content. */
    ALTERED,
    /** Authorised and not there, or nobody can say. */
    MISSING,
    /** An older version than the authorised one. */
    REVERTED
}
