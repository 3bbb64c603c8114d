package org.chengshu.core.sheets.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

/** Every sheet by the route whose list it writes. */
@Component
class SheetBook {
    private final Map<String, ListSheet<?>> byPath = new HashMap<>();

    SheetBook(List<SheetSource> sources) {
        for (SheetSource source : sources) {
            for (ListSheet<?> sheet : source.sheets()) {
                if (byPath.put(sheet.path(), sheet) != null) {
                    throw new IllegalStateException("two sheets for " + sheet.path());
                }
            }
        }
    }

    Optional<ListSheet<?>> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
