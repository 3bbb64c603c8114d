package org.chengshu.sense;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/**
 * A kind of device and its thing model. {@code maxSilence} is how long a device may stay quiet before that is an alarm of
 * its own, and how long two observations may lie apart and still belong together; without it neither applies. Functions are
 * what a device can be told to do. Limits are what one device, and all of them together, may send in a second. Immutable.
 */
public record Product(
        String id,
        Text title,
        Optional<Duration> maxSilence,
        Severity silenceSeverity,
        List<Property> properties,
        List<Function> functions,
        Limits deviceLimits,
        Limits productLimits) {
    public static final Severity USUAL_SILENCE = Severity.YELLOW;

    public Product {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(silenceSeverity, "silenceSeverity");
        if (id.isBlank() || properties.isEmpty()) {
            throw new IllegalArgumentException("a product has an id and at least one property");
        }
        if (maxSilence.filter(silence -> !silence.isPositive()).isPresent()) {
            throw new IllegalArgumentException("maxSilence is longer than nothing, " + id);
        }
        Objects.requireNonNull(deviceLimits, "deviceLimits");
        Objects.requireNonNull(productLimits, "productLimits");
        functions = List.copyOf(functions);
        properties = List.copyOf(properties);
        if (properties.stream().map(Property::id).collect(Collectors.toSet()).size() < properties.size()) {
            throw new IllegalArgumentException("a product names each property once, " + id);
        }
    }

    /** A kind of device that can only report, within the limits that hold for all. */
    public Product(
            String id, Text title, Optional<Duration> maxSilence, Severity silenceSeverity, List<Property> properties) {
        this(id, title, maxSilence, silenceSeverity, properties, List.of(), Limits.NONE, Limits.NONE);
    }

    public Optional<Function> findFunction(String function) {
        return functions.stream().filter(known -> known.id().equals(function)).findFirst();
    }

    public Optional<Property> find(String property) {
        return properties.stream().filter(known -> known.id().equals(property)).findFirst();
    }
}
