package org.chengshu.core.http;

/** One route of the people port: its method and path pattern, who may use it and what it leaves in the audit. */
public record Route(String method, String path, String access, String audit) {}
