package counterexample.audit;

import counterexample.tour.Seed;

class AuditUsesTour {
    Seed seed = new Seed();
}
