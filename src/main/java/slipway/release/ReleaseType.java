package slipway.release;

/** Decided by the table {@code release-type} from facts, frozen at submission. */
public enum ReleaseType {
    MINOR,
    MAJOR,
    EMERGENCY
}
