package org.chengshu.data.load.stage;

/** Turns a delivered text that is not empty into a value of one field; pure and for many threads. */
@FunctionalInterface
public interface Conversion {
    Converted convert(String text);

    /** First this, then the other on its value. */
    default Conversion then(Conversion other) {
        return text -> switch (convert(text)) {
            case Converted.Value value -> other.convert(value.text());
            case Converted.Absent absent -> absent;
            case Converted.Bad bad -> bad;
        };
    }
}
