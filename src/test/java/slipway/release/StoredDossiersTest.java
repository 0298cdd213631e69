package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import slipway.identity.Clearance;
import slipway.shared.ReleaseNumber;

class StoredDossiersTest {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final StoredDossiers dossiers =
            new StoredDossiers(beans.getBeanProvider(ResolvableType.forClass(ChapterSource.class)));

    private record WeatherChapter(String sky) implements Chapter {}

    private record TideChapter(int metres) implements Chapter {}

    private record Source<C extends Chapter>(Class<C> type, C chapter) implements ChapterSource<C> {
        @Override
        public Clearance readers() {
            return Clearance.SITES;
        }

        @Override
        public C of(ReleaseNumber release) {
            return chapter;
        }
    }

    @Test
    void each_capability_fills_its_chapter() {
        beans.addBean("weather", new Source<>(WeatherChapter.class, new WeatherChapter("blue")));
        beans.addBean("tide", new Source<>(TideChapter.class, new TideChapter(2)));
        assertThat(dossiers.chapter(Parts.RELEASE, TideChapter.class)).isEqualTo(new TideChapter(2));
        assertThat(dossiers.of(Parts.RELEASE))
                .containsOnly(Map.entry("weather", new WeatherChapter("blue")), Map.entry("tide", new TideChapter(2)));
        assertThat(dossiers.readers())
                .containsOnly(Map.entry("weather", Clearance.SITES), Map.entry("tide", Clearance.SITES));
        assertThat(dossiers.forForm(Parts.RELEASE, List.of(WeatherChapter.class)))
                .containsOnly(Map.entry("weather", Map.of("sky", "blue")));
        assertThat(dossiers.allForForm(Parts.RELEASE))
                .containsOnly(Map.entry("weather", Map.of("sky", "blue")), Map.entry("tide", Map.of("metres", 2)));
    }

    @Test
    void a_chapter_that_nobody_or_two_fill_is_an_error() {
        assertThatIllegalStateException()
                .isThrownBy(() -> dossiers.chapter(Parts.RELEASE, WeatherChapter.class))
                .withMessageContaining("weather");
        beans.addBean("one", new Source<>(WeatherChapter.class, new WeatherChapter("blue")));
        beans.addBean("two", new Source<>(WeatherChapter.class, new WeatherChapter("grey")));
        assertThatIllegalStateException().isThrownBy(() -> dossiers.chapter(Parts.RELEASE, WeatherChapter.class));
        assertThatIllegalStateException().isThrownBy(() -> dossiers.of(Parts.RELEASE));
    }
}
