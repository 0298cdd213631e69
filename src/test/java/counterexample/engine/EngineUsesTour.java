package counterexample.engine;

import counterexample.tour.Seed;

class EngineUsesTour {
    Seed seed = new Seed();
}
