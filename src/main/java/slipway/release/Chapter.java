package slipway.release;

/**
 * One chapter of a release's dossier: a record of typed values, filled by the capability that answers for it. Its
 * simple name without {@code Chapter}, in camel case, is its key wherever the dossier is rendered.
 */
public interface Chapter {
    static String key(Class<? extends Chapter> type) {
        String name = type.getSimpleName().replaceFirst("Chapter$", "");
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
