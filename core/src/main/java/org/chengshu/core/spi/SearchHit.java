package org.chengshu.core.spi;

import org.chengshu.kernel.Text;

/**
 * A thing that was found, as shown.
 *
 * @param hint what it is and how it stands, in a few words
 * @param page the address of its page in the web interface
 */
public record SearchHit(String kind, String id, Text title, Text hint, String page) {}
