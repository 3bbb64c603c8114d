package org.chengshu.core.http;

/**
 * One route of the people port: its method and path pattern, who may use it and what it leaves in the audit.
 *
 * @param reach what limits the things it shows or changes: {@code area}, {@code organisation}, {@code own}, {@code city}
 *     or {@code none}
 * @param why why it is not limited, or empty
 * @param stream whether it answers with a live stream
 */
public record Route(
        String method, String path, String access, String audit, String reach, String why, boolean stream) {}
