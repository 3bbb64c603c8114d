package org.chengshu.core.packs;

import java.util.List;
import java.util.Set;

/**
 * Knows of things in the city that use items of packs, of whatever module the section is: open alarms of a rule, things of
 * a kind, accounts with a role. A bean; all are asked before items change or go. A use that holds its item keeps it from
 * being removed, so that nothing is left without what it stands on.
 */
public interface PackUseSource {
    /**
     * The uses of these items now, over the whole city.
     *
     * @param packId whose items they are: what the pack itself brought does not count, for it goes with them
     */
    List<PackUse> uses(String packId, String section, Set<String> ids);
}
