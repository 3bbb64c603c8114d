package org.chengshu.data.personal;

import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;

/**
 * A field of a stored dataset that tells something of a living person.
 *
 * @param identity the data element by whose values it names the person; absent when it only describes
 * @param byHand whether somebody said so, or its data element does
 */
record PersonalField(
        String dataset, String field, Text title, FieldType type, Optional<String> identity, boolean byHand) {}
