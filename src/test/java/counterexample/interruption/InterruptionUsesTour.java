package counterexample.interruption;

import counterexample.tour.Seed;

class InterruptionUsesTour {
    Seed seed = new Seed();
}
