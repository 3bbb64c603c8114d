package org.chengshu.core.tree.internal.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
class AreaSearch implements SearchSource {
    private final Areas areas;

    AreaSearch(Areas areas) {
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public Text title() {
        return Text.of("区域", "Areas");
    }

    @Override
    public String permission() {
        return Access.SIGNED_IN;
    }

    @Override
    public Object stamp() {
        return areas.list();
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        areas.list().forEach(area -> to.accept(SearchEntry.of(area.code(), area.name(), List.of())));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(code -> areas.find(code).stream())
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(Area area) {
        Optional<Text> parent = area.parent().flatMap(areas::find).map(Area::name);
        return new SearchHit(
                kind(),
                area.code(),
                area.name(),
                Text.of(
                        parent.map(name -> name.zh() + " · ").orElse("") + area.code(),
                        parent.map(name -> name.en() + " · ").orElse("") + area.code()),
                "/areas/" + area.code());
    }
}
