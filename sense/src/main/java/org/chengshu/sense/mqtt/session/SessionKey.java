package org.chengshu.sense.mqtt.session;

import org.chengshu.core.access.Viewer;
import org.chengshu.sense.device.KnownDevice;

/** Whose session it is: a client is named within its device or account, so nobody takes another's over. */
public record SessionKey(String owner, String client) {
    public static SessionKey of(KnownDevice device, String client) {
        return new SessionKey("device:" + device.id(), client);
    }

    public static SessionKey of(Viewer program, String client) {
        return new SessionKey("program:" + program.accountId(), client);
    }
}
