package org.chengshu.sense.product;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sense/v1/products")
final class ProductController {
    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "products are the same for all; their devices are limited by area")
    CursorPage<Product> list() {
        List<Product> all = products.list();
        return new CursorPage<>(all, Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "products are the same for all; their devices are limited by area")
    Product get(@PathVariable("id") String id) {
        return products.get(id);
    }
}
