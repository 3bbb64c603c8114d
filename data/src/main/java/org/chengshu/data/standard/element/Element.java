package org.chengshu.data.standard.element;

import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;

/**
 * A data element: what a field of this kind is, in every dataset that has one. Immutable.
 *
 * @param length at most so many characters
 * @param pattern a regular expression that the whole canonical text fits
 * @param codes the code table that it takes its values from
 * @param standard the call of the standard function that brings a text into its form
 * @param sensitivity 1 public to 4 highly sensitive, for the fields that follow it
 * @param personal whether it tells something of a living person
 * @param source the standard it is taken from
 */
public record Element(
        String id,
        Text title,
        Optional<Text> meaning,
        FieldType type,
        Optional<Integer> length,
        Optional<String> pattern,
        Optional<String> unit,
        Optional<String> codes,
        Optional<String> standard,
        int sensitivity,
        boolean personal,
        Optional<String> source,
        Optional<String> pack,
        int version) {}
