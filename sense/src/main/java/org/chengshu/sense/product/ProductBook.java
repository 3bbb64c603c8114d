package org.chengshu.sense.product;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.decoders.Decoder;
import org.chengshu.sense.decoders.Decoders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class ProductBook implements Products, Decoders {
    private final ProductStore store;
    private final Transactions transactions;
    private volatile Map<String, ProductStore.Known> known;

    ProductBook(ProductStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.known = store.all();
    }

    @Override
    public Product get(String id) {
        return find(id).orElseThrow(
                        () -> new Fault(SenseError.PRODUCT_NOT_FOUND, "no product " + id + " is installed"));
    }

    @Override
    public Optional<Product> find(String id) {
        return Optional.ofNullable(known.get(id)).map(ProductStore.Known::product);
    }

    @Override
    public Optional<Decoder> decoder(String product) {
        return Optional.ofNullable(known.get(product)).flatMap(ProductStore.Known::decoder);
    }

    /** The pack's item; a fault when there is none. */
    JsonNode body(String id) {
        get(id);
        return known.get(id).body();
    }

    @Override
    public List<Product> list() {
        return known.values().stream()
                .map(ProductStore.Known::product)
                .sorted(Comparator.comparing(Product::id))
                .toList();
    }

    void refreshAfterCommit() {
        transactions.afterCommit(() -> known = store.all());
    }
}
