package slipway.release;

import java.util.List;
import java.util.Map;
import slipway.identity.Clearance;
import slipway.shared.ReleaseNumber;

/** What people see of a release, as one typed read model. */
public interface Dossiers {
    /** One chapter; an error when nobody fills it. */
    <C extends Chapter> C chapter(ReleaseNumber release, Class<C> type);

    /** Every chapter, by its key. */
    Map<String, Chapter> of(ReleaseNumber release);

    /** Who reads each chapter, by its key. */
    Map<String, Clearance> readers();

    /**
     * Chapters as forms show them, one map a chapter by its key: instants, durations, digests, revisions and states in
     * words, lists of records as lists of maps for tables.
     */
    Map<String, Object> forForm(ReleaseNumber release, List<Class<? extends Chapter>> chapters);

    /** Every chapter as forms show them, for whoever decides on the whole and may not know who fills what. */
    Map<String, Object> allForForm(ReleaseNumber release);
}
