package counterexample.audit;

import counterexample.library.files.Shelf;

class EntersForeignInside {
    Shelf shelf = new Shelf();
}
