package org.chengshu.core.backup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a backup was made: somebody asked, the schedule said so, or a newer release was about to change the tables. */
public enum BackupReason {
    ASKED,
    SCHEDULED,
    BEFORE_UPGRADE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
