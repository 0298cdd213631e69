package slipway.release;

import slipway.identity.Clearance;
import slipway.shared.ReleaseNumber;

/** Fills one chapter of the dossier. */
public interface ChapterSource<C extends Chapter> {
    Class<C> type();

    /** Who reads it where nothing waits for them; a form shows whoever decides by it what it needs. */
    Clearance readers();

    /** As it stands now, whatever the state of the release; what is not known yet is empty. */
    C of(ReleaseNumber release);
}
