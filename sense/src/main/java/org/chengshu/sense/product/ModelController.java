package org.chengshu.sense.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.SenseError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The thing model of a product as it is and as it was. */
@RestController
@RequestMapping("/api/sense/v1/products/{id}")
class ModelController {
    private static final String SAME_FOR_ALL = "products are the same for all; their devices are limited by area";

    private final ProductBook book;
    private final ModelVersions versions;

    ModelController(ProductBook book, ModelVersions versions) {
        this.book = book;
        this.versions = versions;
    }

    /** As its pack describes it, with the decoder. */
    @GetMapping("/model")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    JsonNode model(@PathVariable("id") String id) {
        return book.body(id);
    }

    @GetMapping("/versions")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<Item> versions(@PathVariable("id") String id) {
        book.get(id);
        List<ModelVersions.Version> all = versions.list(id);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ModelVersions.Version one = all.get(i);
            List<ModelChange> changes = i + 1 < all.size()
                    ? ModelChange.between(all.get(i + 1).body(), one.body())
                    : List.of(new ModelChange("first", id, Text.of("最初版本", "The first version")));
            items.add(new Item(one.version(), one.at(), one.pack(), changes));
        }
        return new CursorPage<>(items, Optional.empty());
    }

    @GetMapping("/versions/{version}")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    JsonNode version(@PathVariable("id") String id, @PathVariable("version") int version) {
        return get(id, version).body();
    }

    /** What leads from one version to another. */
    @GetMapping("/versions/{version}/changes-to/{other}")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    List<ModelChange> changes(
            @PathVariable("id") String id, @PathVariable("version") int version, @PathVariable("other") int other) {
        return ModelChange.between(get(id, version).body(), get(id, other).body());
    }

    private ModelVersions.Version get(String id, int version) {
        book.get(id);
        return versions.find(id, version)
                .orElseThrow(() ->
                        new Fault(SenseError.PRODUCT_NOT_FOUND, "the product " + id + " has no version " + version));
    }

    record Item(int version, Instant at, Optional<String> pack, List<ModelChange> changes) {}
}
