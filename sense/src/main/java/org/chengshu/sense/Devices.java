package org.chengshu.sense;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.IfMatch;

/**
 * The registered devices, held in memory and as fresh as the last change on this node. What lies outside a viewer's areas
 * is as good as absent. Faults of registering come all at once. Safe for many threads; joins a running transaction.
 */
public interface Devices {
    /** The device, or a fault {@link SenseError#DEVICE_NOT_FOUND}. */
    Device get(String code, Viewer viewer);

    Optional<Device> find(String code, Viewer viewer);

    /** By code. */
    List<Device> list(Viewer viewer);

    /** Registers devices; a code that is taken is a fault {@link SenseError#DEVICE_EXISTS} and none is registered. */
    List<Device> create(List<NewDevice> devices, Viewer viewer);

    /**
     * Describes a device anew, also a retired one; its product cannot change. When the client names a version it must be
     * the one there is.
     */
    Device update(NewDevice device, IfMatch ifMatch, Viewer viewer);

    /** Grows with each change of the device; 0 when there is none. */
    int version(String code);

    /** Issues a token for each device, in the order given; a token issued before is void. Tokens are shown this once. */
    Map<String, String> issueTokens(List<String> codes, Viewer viewer);
}
