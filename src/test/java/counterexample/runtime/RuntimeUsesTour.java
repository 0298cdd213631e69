package counterexample.runtime;

import counterexample.tour.Seed;

class RuntimeUsesTour {
    Seed seed = new Seed();
}
