package counterexample.acceptance;

import counterexample.tour.Seed;

class AcceptanceUsesTour {
    Seed seed = new Seed();
}
