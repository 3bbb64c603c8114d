package org.chengshu.sense.device;

import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.sense.Device;

/** Who sees and who manages devices; whoever manages one sees it. */
public final class DeviceRights {
    public static final String READ = "sense:read";
    public static final String MANAGE = "sense:manage";

    private DeviceRights() {}

    public static Scope seenBy(Viewer viewer) {
        return viewer.scope(READ).or(viewer.scope(MANAGE));
    }

    public static boolean sees(Viewer viewer, Device device) {
        return viewer.may(READ, device.areaPath()) || viewer.may(MANAGE, device.areaPath());
    }
}
