package org.chengshu.core.packs;

import java.nio.file.Path;
import java.util.List;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;

/**
 * Packs make a city theme out of declarations. A pack is a folder with {@code pack.yaml} (id, version, title,
 * description, requires) and any other {@code *.yaml}, whose top-level keys are names of {@link PackSection sections}
 * holding lists of items. It is checked whole, all faults at once; applied in one transaction; applying the same content
 * twice changes nothing. Safe for use by many threads; packs are applied one at a time over all nodes.
 */
public interface Packs {
    /** Also of the other installed packs, where this one changes or loses items that they refer to. */
    CheckReport check(PackFiles files);

    /**
     * What applying would change, in words; a faulty pack is refused as by {@link #apply}. Says also what would be refused
     * because it is in use.
     */
    PackDiff diff(PackFiles files);

    /** As ordered {@linkplain ApplyOrder#plain() plainly}. */
    Applied apply(PackFiles files, Viewer who);

    /**
     * Checks and applies, all or nothing. With faults a {@link org.chengshu.core.http.FaultyInput} of code
     * {@link CoreError#PACK_FAULTY} names them all; {@link CoreError#PACK_STATE_CHANGED} when the diff that was shown is no
     * longer true, {@link CoreError#PACK_DOWNGRADE} for a lower version that was not asked for, {@link CoreError#PACK_IN_USE}
     * with every use when it would take away what something uses.
     */
    Applied apply(PackFiles files, ApplyOrder order, Viewer who);

    /** Applies a folder that is shipped with the platform, in the platform's own name. */
    Applied applyFolder(Path folder);

    /** What removing the pack would take away, and what uses it. */
    PackDiff removal(String packId);

    /**
     * Retires everything the pack brought, in one transaction over all modules. Refused with
     * {@link CoreError#PACK_IN_USE} and every use while other packs or things in the city use it.
     */
    void remove(String packId, ApplyOrder order, Viewer who);

    /** As ordered {@linkplain ApplyOrder#plain() plainly}. */
    default void remove(String packId, Viewer who) {
        remove(packId, ApplyOrder.plain(), who);
    }

    /** What an installed pack was made of, to the byte; an unknown one is {@link CoreError#NOT_FOUND}. */
    PackFiles files(String packId);

    /** What a pack was made of in one of its revisions, also when it is no longer installed. */
    PackFiles files(String packId, int revision);

    /** Newest first, also of a removed pack; one that never was there is {@link CoreError#NOT_FOUND}. */
    List<PackRevision> history(String packId);

    /** By id. */
    List<InstalledPack> list();

    /** An unknown one is {@link CoreError#NOT_FOUND}. */
    InstalledPack get(String packId);
}
