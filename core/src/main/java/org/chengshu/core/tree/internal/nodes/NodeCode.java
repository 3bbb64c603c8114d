package org.chengshu.core.tree.internal.nodes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be told from a code alone. Pure. */
public final class NodeCode {
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LONG_FORM = 6;

    private NodeCode() {}

    public static boolean isSound(String code) {
        return SOUND.matcher(code).matches();
    }

    /** The level of a Chinese division code (GB/T 2260 up to the district, GB/T 10114 below). */
    public static Optional<String> kindOf(Tree tree, String code) {
        if (tree != Tree.AREA || !DIGITS.matcher(code).matches()) {
            return Optional.empty();
        }
        return switch (code.length()) {
            case 2 -> Optional.of("province");
            case 4 -> Optional.of("city");
            case LONG_FORM ->
                Optional.of(code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "district");
            case 9 -> Optional.of("street");
            case 12 -> Optional.of("community");
            default -> Optional.empty();
        };
    }

    /** Other ways to write the same division: 4403 and 440300, 44 and 440000. */
    public static List<String> alike(String code) {
        if (!DIGITS.matcher(code).matches() || code.length() > LONG_FORM) {
            return List.of();
        }
        if (code.length() == LONG_FORM) {
            String shorter = code.replaceFirst("(00)+$", "");
            return shorter.length() < LONG_FORM ? List.of(shorter) : List.of();
        }
        return List.of(code + "0".repeat(LONG_FORM - code.length()));
    }
}
