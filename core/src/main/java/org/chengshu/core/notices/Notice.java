package org.chengshu.core.notices;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/**
 * Something that people are to be told. Immutable.
 *
 * @param matter what kind of thing it is about, a word that notice rules name
 * @param key repeats of one key that somebody has not read are folded into one entry
 * @param areaPath where it is; whoever is told by role must hold that role there
 * @param page the address of its page in the web interface
 * @param labels what notice rules may look at beside matter, severity and area
 */
public record Notice(
        String matter,
        String key,
        Severity severity,
        Text title,
        Text text,
        Optional<String> page,
        String areaPath,
        Map<String, String> labels) {
    public Notice {
        if (matter.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("a notice has a matter and a key");
        }
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(page, "page");
        if (!areaPath.startsWith("/") || !areaPath.endsWith("/")) {
            throw new IllegalArgumentException("an area path starts and ends with /, not " + areaPath);
        }
        labels = Map.copyOf(labels);
    }

    public Notice with(String otherKey, Text otherText) {
        return new Notice(matter, otherKey, severity, title, otherText, page, areaPath, labels);
    }
}
