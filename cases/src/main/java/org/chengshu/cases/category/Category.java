package org.chengshu.cases.category;

import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * One category of a tree. Its path holds the codes from the top, each followed by a line feed, so that all below it begin with it;
 * kind and department are its own or those of the nearest above.
 */
public record Category(
        String code,
        String tree,
        Text name,
        Optional<String> parent,
        String path,
        Optional<String> kind,
        Optional<String> department) {
    private static final String END = "\n";

    static String path(Optional<Category> parent, String code) {
        return parent.map(Category::path).orElse("") + code + END;
    }

    /** 1 at the top. */
    public int level() {
        return (int) path.lines().count();
    }
}
