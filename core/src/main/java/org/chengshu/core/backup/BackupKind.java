package org.chengshu.core.backup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a backup holds: {@code WHOLE} the embedded database and the data folder's own files, {@code FILES_ONLY} the files
 * alone, because the database is a server of somebody else's care.
 */
public enum BackupKind {
    WHOLE,
    FILES_ONLY;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
