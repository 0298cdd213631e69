package counterexample.communication;

import counterexample.tour.Seed;

class CommunicationUsesTour {
    Seed seed = new Seed();
}
