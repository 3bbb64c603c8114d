package org.chengshu.core.packs;

import java.util.Optional;

/**
 * How a pack is to be applied or removed. Immutable.
 *
 * @param fingerprint of the {@link PackDiff} that was shown: refused with {@link org.chengshu.core.CoreError#PACK_STATE_CHANGED}
 *     when the files or what is installed are no longer the same
 * @param downgrade whether a version lower than the installed one is meant
 */
public record ApplyOrder(Optional<String> fingerprint, boolean downgrade) {
    /** Nothing was shown, no lower version is meant. */
    public static ApplyOrder plain() {
        return new ApplyOrder(Optional.empty(), false);
    }
}
