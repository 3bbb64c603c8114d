package org.chengshu.core.packs.internal.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Lets packs be found by id, name and description. */
@Component
class PackSearch implements SearchSource {
    private final Packs packs;

    PackSearch(Packs packs) {
        this.packs = packs;
    }

    @Override
    public String kind() {
        return "pack";
    }

    @Override
    public Text title() {
        return Text.of("主题包", "Packs");
    }

    @Override
    public String permission() {
        return "core:packs";
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        packs.list()
                .forEach(pack -> to.accept(new SearchEntry(
                        pack.id(),
                        pack.title(),
                        List.of(),
                        pack.description().zh() + " " + pack.description().en(),
                        Optional.empty())));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return packs.list().stream()
                .filter(pack -> ids.contains(pack.id()))
                .map(pack -> new SearchHit(
                        kind(),
                        pack.id(),
                        pack.title(),
                        Text.of(
                                "主题包 · " + pack.id() + " " + pack.version(),
                                "pack · " + pack.id() + " " + pack.version()),
                        "/packs/" + pack.id()))
                .toList();
    }
}
