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
import org.springframework.stereotype.Component;

@Component
final class ProductBook implements Products {
    private final ProductStore store;
    private final Transactions transactions;
    private volatile Map<String, Product> known;

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
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<Product> list() {
        return known.values().stream().sorted(Comparator.comparing(Product::id)).toList();
    }

    void refreshAfterCommit() {
        transactions.afterCommit(() -> known = store.all());
    }
}
