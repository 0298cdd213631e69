package counterexample.rollout;

import counterexample.tour.Seed;

class RolloutUsesTour {
    Seed seed = new Seed();
}
