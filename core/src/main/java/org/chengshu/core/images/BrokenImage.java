package org.chengshu.core.images;

/** The content is not a whole picture; the message tells where it breaks. */
public final class BrokenImage extends Exception {
    public BrokenImage(String message) {
        super(message);
    }
}
