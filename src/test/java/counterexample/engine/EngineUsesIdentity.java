package counterexample.engine;

import counterexample.identity.IdentityUsesEngine;

/** Allowed alone; together with its counterpart a circle. */
public class EngineUsesIdentity {
    IdentityUsesEngine identity = new IdentityUsesEngine();
}
