package slipway.interruption;

/** Has a process tell the releases concerned of what nobody raised in Tasklist; in the caller's transaction. */
public interface RaiseTeller {
    void tell(Interruptions.Raised raised);
}
