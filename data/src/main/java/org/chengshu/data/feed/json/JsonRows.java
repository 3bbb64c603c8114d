package org.chengshu.data.feed.json;

import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** Objects one after the other. */
interface JsonRows extends AutoCloseable {
    /** One object; one that cannot be read keeps its text. */
    record Item(long line, Map<String, Optional<String>> cells, Optional<Text> broken, String raw) {}

    Optional<Item> next();

    @Override
    void close();
}
