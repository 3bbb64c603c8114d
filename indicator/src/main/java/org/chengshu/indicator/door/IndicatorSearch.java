package org.chengshu.indicator.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Lets indicators be found by id, name and description. */
@Component
final class IndicatorSearch implements SearchSource {
    private final Catalogue catalogue;

    IndicatorSearch(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "indicator";
    }

    @Override
    public Text title() {
        return Text.of("指标", "Indicators");
    }

    @Override
    public String permission() {
        return Indicators.READ;
    }

    @Override
    public Object stamp() {
        return catalogue.list();
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        catalogue
                .list()
                .forEach(one -> to.accept(new SearchEntry(
                        one.id(),
                        one.definition().title(),
                        List.of(),
                        one.definition()
                                .description()
                                .map(text -> text.zh() + " " + text.en())
                                .orElse(""),
                        Optional.empty())));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(id -> catalogue.find(id).stream())
                .filter(one -> one.readableBy(viewer))
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(Declared one) {
        String unit = one.definition().unit();
        return new SearchHit(
                kind(),
                one.id(),
                one.definition().title(),
                Text.of("指标 · " + one.id() + " " + unit, "indicator · " + one.id() + " " + unit),
                "/indicators/" + one.id());
    }
}
