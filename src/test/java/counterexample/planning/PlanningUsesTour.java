package counterexample.planning;

import counterexample.tour.Seed;

class PlanningUsesTour {
    Seed seed = new Seed();
}
