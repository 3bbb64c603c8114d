package org.chengshu.core.db;

import java.nio.file.Path;
import org.chengshu.core.db.internal.DataFolderLock;

/** Questions about a data folder that can be answered before a node starts on it. */
public final class DataFolder {
    private DataFolder() {}

    /** Faults with {@code DATA_FOLDER_IN_USE} while a node runs on the folder. */
    public static void requireFree(Path dataFolder) {
        DataFolderLock.take(dataFolder).close();
    }
}
