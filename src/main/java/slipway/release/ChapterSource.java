package slipway.release;

import slipway.shared.ReleaseNumber;

/** Fills one chapter of the dossier. */
public interface ChapterSource<C extends Chapter> {
    Class<C> type();

    /** As it stands now, whatever the state of the release; what is not known yet is empty. */
    C of(ReleaseNumber release);
}
