package slipway.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.identity.Clearance;
import slipway.shared.ReleaseNumber;

/** Asks each capability for its chapters; lazily, since those that fill them may show dossiers themselves. */
@Component
class StoredDossiers implements Dossiers {
    private final ObjectProvider<ChapterSource<?>> sources;

    StoredDossiers(ObjectProvider<ChapterSource<?>> sources) {
        this.sources = sources;
    }

    @Override
    public <C extends Chapter> C chapter(ReleaseNumber release, Class<C> type) {
        List<ChapterSource<?>> filling =
                sources.stream().filter(source -> source.type().equals(type)).toList();
        if (filling.size() != 1) {
            throw new IllegalStateException(filling.size() + " sources fill the chapter '" + Chapter.key(type)
                    + "' of a dossier; it needs exactly one");
        }
        return type.cast(filling.getFirst().of(release));
    }

    @Override
    public Map<String, Chapter> of(ReleaseNumber release) {
        Map<String, Chapter> chapters = new TreeMap<>();
        sources.forEach(source -> {
            if (chapters.put(Chapter.key(source.type()), source.of(release)) != null) {
                throw new IllegalStateException("two sources fill the chapter '" + Chapter.key(source.type()) + "'");
            }
        });
        return chapters;
    }

    @Override
    public Map<String, Clearance> readers() {
        Map<String, Clearance> readers = new TreeMap<>();
        sources.forEach(source -> readers.put(Chapter.key(source.type()), source.readers()));
        return readers;
    }

    @Override
    public Map<String, Object> forForm(ReleaseNumber release, List<Class<? extends Chapter>> chapters) {
        Map<String, Object> facts = new LinkedHashMap<>();
        chapters.forEach(type -> facts.put(Chapter.key(type), FormText.of(chapter(release, type))));
        return facts;
    }

    @Override
    public Map<String, Object> allForForm(ReleaseNumber release) {
        Map<String, Object> facts = new LinkedHashMap<>();
        of(release).forEach((key, chapter) -> facts.put(key, FormText.of(chapter)));
        return facts;
    }
}
