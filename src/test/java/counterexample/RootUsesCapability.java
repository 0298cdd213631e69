package counterexample;

import counterexample.tour.Seed;

class RootUsesCapability {
    Seed seed = new Seed();
}
