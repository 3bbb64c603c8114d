package org.chengshu.place;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * An address, taken apart. The parts come one after the other in the text; {@code rest} is what was not understood.
 *
 * @param areaPath path in the tree of the deepest area that is certain, absent when there is none
 * @param areas from the outermost that is named to the deepest
 * @param outside names of divisions before or between them that the tree has not
 * @param zone development, free trade or industrial zone, which is no area of the tree
 * @param locality village, residents' committee, group or estate below the areas of the tree
 * @param number of the house, with lanes: {@code 1234弄56号}
 * @param confidence 0 to 1: 1 when each area is named in full and only one fits; less for short names, levels that are left
 *     out, divisions that the tree has not; at most 0.5 when several areas fit, 0 without an area
 * @param doubts what was ambiguous, left out or unknown, in words
 */
public record AddressSplit(
        Optional<String> areaPath,
        List<NamedArea> areas,
        List<String> outside,
        Optional<String> zone,
        Optional<String> locality,
        Optional<String> road,
        Optional<String> number,
        Optional<String> building,
        Optional<String> unit,
        Optional<String> floor,
        Optional<String> room,
        String rest,
        double confidence,
        List<Text> doubts) {
    public AddressSplit {
        areas = List.copyOf(areas);
        outside = List.copyOf(outside);
        Objects.requireNonNull(rest, "rest");
        doubts = List.copyOf(doubts);
    }

    /** The deepest area that is certain. */
    public Optional<NamedArea> area() {
        return areas.isEmpty() ? Optional.empty() : Optional.of(areas.getLast());
    }

    /** @param written as the address has it */
    public record NamedArea(String code, String kind, Text name, String written) {}
}
