package org.chengshu.data.feed.file;

import org.chengshu.data.feed.FileShapes;

/** The reader of files, for tests of other packages. */
public final class TestShapes {
    private TestShapes() {}

    public static FileShapes shapes() {
        return Bytes.SHAPES;
    }
}
