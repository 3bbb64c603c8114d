package org.chengshu.sense.device;

import java.util.HashMap;
import java.util.Map;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;

/** A product and at which place each of its properties stands; shared by all its devices. */
final class DeviceModel {
    final Product product;
    private final Map<String, Integer> places = new HashMap<>();
    private final Property[] properties;

    DeviceModel(Product product) {
        this.product = product;
        this.properties = product.properties().toArray(Property[]::new);
        for (int i = 0; i < product.properties().size(); i++) {
            places.put(product.properties().get(i).id(), i);
        }
    }

    /** -1 when there is no such property. */
    int place(Object property) {
        Integer place = places.get(property);
        return place == null ? -1 : place;
    }

    Property property(int place) {
        return properties[place];
    }

    int size() {
        return places.size();
    }
}
