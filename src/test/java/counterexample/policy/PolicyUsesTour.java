package counterexample.policy;

import counterexample.tour.Seed;

class PolicyUsesTour {
    Seed seed = new Seed();
}
