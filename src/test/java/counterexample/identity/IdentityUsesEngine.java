package counterexample.identity;

import counterexample.engine.EngineUsesIdentity;

public class IdentityUsesEngine {
    EngineUsesIdentity engine = new EngineUsesIdentity();
}
