package org.chengshu.sense.words;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.kernel.Text;

/** Titles and tags of a device in one piece of memory: UTF-8 parts with a NUL after each, which no stored text can hold. */
public final class PackedText {
    private static final byte END = 0;

    private PackedText() {}

    public static byte[] pack(Text title, Map<String, String> tags) {
        StringBuilder all = new StringBuilder();
        all.append(title.zh()).append((char) END).append(title.en()).append((char) END);
        new TreeMap<>(tags)
                .forEach((name, value) ->
                        all.append(name).append((char) END).append(value).append((char) END));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All that a search looks at: the code before the rest. */
    public static byte[] searched(String code, byte[] packed) {
        byte[] first = code.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + 1 + packed.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(packed, 0, all, first.length + 1, packed.length);
        return all;
    }

    public static Text title(byte[] packed) {
        List<String> parts = parts(packed);
        return Text.of(parts.get(0), parts.get(1));
    }

    public static Map<String, String> tags(byte[] packed) {
        List<String> parts = parts(packed);
        Map<String, String> tags = new HashMap<>();
        for (int i = 2; i + 1 < parts.size(); i += 2) {
            tags.put(parts.get(i), parts.get(i + 1));
        }
        return tags;
    }

    private static List<String> parts(byte[] packed) {
        return List.of(new String(packed, StandardCharsets.UTF_8).split("\0", -1));
    }
}
