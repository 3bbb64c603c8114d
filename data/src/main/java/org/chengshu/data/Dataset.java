package org.chengshu.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;

/**
 * A table of facts that a module publishes, as others may know it: what it holds, who owns it and what a row means, never
 * where it is stored. The time field places a row in time, the area path field in the area tree; without the latter only
 * whole-city viewers see rows. Immutable.
 */
public record Dataset(
        String id, Text title, String owner, String timeField, Optional<String> areaPathField, List<FactField> fields) {
    /** From this sensitivity on a field is read only with {@link Datasets#READ_SENSITIVE}. */
    public static final int SENSITIVE = 3;

    public Dataset {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        fields = List.copyOf(fields);
    }

    public Optional<FactField> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field of this name; otherwise a {@link DataError#FIELD_UNKNOWN} that names the nearest one. */
    public FactField field(String name) {
        return find(name).orElseThrow(() -> new Fault(DataError.FIELD_UNKNOWN, unknown(name)));
    }

    /** The highest sensitivity of its fields, and so of the whole. */
    public int sensitivity() {
        return fields.stream().mapToInt(FactField::sensitivity).max().orElse(1);
    }

    private String unknown(String name) {
        List<String> names = fields.stream().map(FactField::name).toList();
        String meant = Nearest.of(name, names)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        return "dataset " + id + " has no field " + name + meant;
    }
}
