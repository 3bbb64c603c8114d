package org.chengshu.core.settings;

import java.util.List;
import org.chengshu.core.http.PlacedFault;

/**
 * What this city was told. Values come, the first that is there, from {@code --set name=value}, from the environment, from
 * {@code chengshu.yaml} in the data folder, or are the default; they stay as they were at the node's start. Anything
 * unknown or unfit stopped the start. Safe for use by many threads.
 */
public interface Settings {
    /** The value of a setting; one that no {@code SettingSource} hands over is a slip of its author and refused. */
    <T> T get(Setting<T> setting);

    /** Every setting in alphabetical order, secrets hidden, with what the next start would change. */
    List<SettingView> list();

    /** What in the places where settings stand would stop the next start. */
    List<PlacedFault> faultsOfNextStart();
}
