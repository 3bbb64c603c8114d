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
    /** Also of the other installed packs, where this one loses items that they refer to. */
    CheckReport check(PackFiles files);

    /**
     * Checks and applies. With faults nothing is written, and a {@link org.chengshu.core.http.FaultyInput} of code
     * {@link CoreError#PACK_FAULTY} names them all.
     */
    Applied apply(PackFiles files, Viewer who);

    /** Applies a folder that is shipped with the platform, in the platform's own name. */
    Applied applyFolder(Path folder);

    /**
     * Retires everything the pack brought. Refused with {@link CoreError#CONFLICT} while another requires it, and with
     * {@link CoreError#PACK_FAULTY} and the places while items of another refer to its items.
     */
    void remove(String packId, Viewer who);

    /** What an installed pack was made of; an unknown one is {@link CoreError#NOT_FOUND}. */
    PackFiles files(String packId);

    /** By id. */
    List<InstalledPack> list();
}
