package org.chengshu.sense.product;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Products;
import org.springframework.stereotype.Component;

/** Lets products be found by id and name. */
@Component
final class ProductSearch implements SearchSource {
    private final Products products;

    ProductSearch(Products products) {
        this.products = products;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public Text title() {
        return Text.of("产品", "Products");
    }

    @Override
    public String permission() {
        return "sense:read";
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        products.list().forEach(product -> to.accept(SearchEntry.of(product.id(), product.title(), List.of())));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(id -> products.find(id).stream())
                .map(product -> new SearchHit(
                        kind(),
                        product.id(),
                        product.title(),
                        Text.of("产品 · " + product.id(), "product · " + product.id()),
                        "/products/" + product.id()))
                .toList();
    }
}
