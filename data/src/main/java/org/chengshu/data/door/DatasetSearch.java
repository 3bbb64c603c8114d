package org.chengshu.data.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.data.Datasets;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Lets datasets be found by id, name and the names of their fields. */
@Component
final class DatasetSearch implements SearchSource {
    private final Datasets datasets;

    DatasetSearch(Datasets datasets) {
        this.datasets = datasets;
    }

    @Override
    public String kind() {
        return "dataset";
    }

    @Override
    public Text title() {
        return Text.of("数据资源", "Datasets");
    }

    @Override
    public String permission() {
        return Datasets.READ;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        datasets.list(Viewer.system()).forEach(dataset -> {
            StringBuilder fields = new StringBuilder(dataset.owner());
            dataset.fields().forEach(field -> fields.append(' ')
                    .append(field.title().zh())
                    .append(' ')
                    .append(field.title().en()));
            to.accept(new SearchEntry(dataset.id(), dataset.title(), List.of(), fields.toString(), Optional.empty()));
        });
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(id -> datasets.find(id).stream())
                .map(dataset -> new SearchHit(
                        kind(),
                        dataset.id(),
                        dataset.title(),
                        Text.of("数据资源 · " + dataset.id(), "dataset · " + dataset.id()),
                        "/data/" + dataset.id()))
                .toList();
    }
}
