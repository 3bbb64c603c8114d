package org.chengshu.sense;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * A device to be registered. The code is 1..64 letters, digits, dots, dashes or underscores. Without an area the position
 * decides; with neither the device belongs to the whole city. Without a lifecycle a device that is registered keeps the one
 * it has, and a new one is active. Immutable.
 */
public record NewDevice(
        String code,
        String product,
        Text title,
        Optional<String> area,
        Optional<Position> position,
        Optional<String> owner,
        Map<String, String> tags,
        Optional<Lifecycle> lifecycle,
        Optional<String> parent) {
    public static final String CODE_PATTERN = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";
    public static final int MOST_TAGS = 50;
    public static final int LONGEST_TAG = 64;
    public static final int LONGEST_TAG_VALUE = 200;
    private static final Pattern CODE = Pattern.compile(CODE_PATTERN);

    public NewDevice {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(title, "title");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a device code is 1..64 letters, digits, dots, dashes or underscores, not " + code);
        }
        tags = Map.copyOf(tags);
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("a device has at most " + MOST_TAGS + " tags");
        }
        tags.forEach(NewDevice::requireTag);
        if (parent.filter(code::equals).isPresent()) {
            throw new IllegalArgumentException("a device is not its own parent, " + code);
        }
    }

    public NewDevice(
            String code,
            String product,
            Text title,
            Optional<String> area,
            Optional<Position> position,
            Optional<String> owner,
            Map<String, String> tags) {
        this(code, product, title, area, position, owner, tags, Optional.empty(), Optional.empty());
    }

    private static void requireTag(String name, String value) {
        if (name.isBlank() || name.length() > LONGEST_TAG || value.length() > LONGEST_TAG_VALUE) {
            throw new IllegalArgumentException("a tag has a name of 1.." + LONGEST_TAG
                    + " characters and a value of at most " + LONGEST_TAG_VALUE + ", not " + name);
        }
    }

    /** A device known by its code only. */
    public static NewDevice bare(String code, String product) {
        return new NewDevice(
                code, product, Text.of(code, code), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
}
