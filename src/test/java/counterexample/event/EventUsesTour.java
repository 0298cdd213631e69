package counterexample.event;

import counterexample.tour.Seed;

class EventUsesTour {
    Seed seed = new Seed();
}
