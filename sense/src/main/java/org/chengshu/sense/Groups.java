package org.chengshu.sense;

import java.util.List;
import java.util.Optional;

/**
 * The groups of devices, in memory and as fresh as the last change of a group, device, product or area on this node; what
 * depends on how devices stand is at most two seconds old. Safe for many threads; never asks the database.
 */
public interface Groups {
    /** The group, or a fault {@link SenseError#GROUP_NOT_FOUND}. */
    Group get(String id);

    Optional<Group> find(String id);

    /** By id. */
    List<Group> list();

    /** Who is in it now; nobody when there is no such group. */
    Members members(String id);

    /** The ids of the groups that hold a device now, by id. */
    List<String> groupsOf(int device);
}
