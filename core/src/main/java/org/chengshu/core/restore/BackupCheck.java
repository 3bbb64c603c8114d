package org.chengshu.core.restore;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.internal.Verification;
import org.chengshu.kernel.Fault;

/**
 * Reads a whole backup again, compares every file with the manifest and looks for gaps in the log kept after it. Needs no
 * node and changes nothing.
 */
public final class BackupCheck {
    private BackupCheck() {}

    /**
     * What is wrong, a sentence each; empty when nothing is.
     *
     * @param read hears how many bytes of the manifest were looked at
     */
    public static List<String> faults(Backup backup, LongConsumer read) {
        try {
            return Verification.faults(backup, read);
        } catch (IOException e) {
            throw new Fault(CoreError.BACKUP_BROKEN, backup.folder() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
